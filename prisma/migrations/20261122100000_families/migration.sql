-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('main', 'adult', 'child');

-- CreateEnum
CREATE TYPE "MemberState" AS ENUM ('invited', 'joined', 'declined', 'left');

-- CreateEnum
CREATE TYPE "RepresentationState" AS ENUM ('invited', 'accepted', 'active', 'ended');

-- AlterTable
ALTER TABLE "Application" ADD COLUMN     "personId" UUID;

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "givenBy" TEXT,
ADD COLUMN     "sharedFromId" UUID;

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "isSelf" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "birthDate" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Family" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Family_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FamilyMember" (
    "id" UUID NOT NULL,
    "familyId" UUID NOT NULL,
    "applicationId" UUID,
    "role" "MemberRole" NOT NULL,
    "name" TEXT NOT NULL,
    "relationship" TEXT,
    "birthDate" DATE,
    "state" "MemberState" NOT NULL,
    "sharesAddress" BOOLEAN NOT NULL DEFAULT false,
    "readyAt" TIMESTAMPTZ(3),
    "readyRevision" INTEGER,
    "readyKey" TEXT,
    "readyLocale" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FamilyMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Representation" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "userId" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "state" "RepresentationState" NOT NULL DEFAULT 'invited',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acceptedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Representation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "memberId" UUID,
    "representationId" UUID,
    "tokenHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "wrongAnswers" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Person_userId_idx" ON "Person"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Family_reference_key" ON "Family"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "FamilyMember_applicationId_key" ON "FamilyMember"("applicationId");

-- CreateIndex
CREATE INDEX "FamilyMember_familyId_idx" ON "FamilyMember"("familyId");

-- CreateIndex
CREATE INDEX "Representation_applicationId_idx" ON "Representation"("applicationId");

-- CreateIndex
CREATE INDEX "Representation_userId_idx" ON "Representation"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_memberId_idx" ON "Invitation"("memberId");

-- CreateIndex
CREATE INDEX "Invitation_representationId_idx" ON "Invitation"("representationId");

-- CreateIndex
CREATE INDEX "Application_personId_idx" ON "Application"("personId");

-- CreateIndex
CREATE INDEX "Document_sharedFromId_idx" ON "Document"("sharedFromId");

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyMember" ADD CONSTRAINT "FamilyMember_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "Family"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FamilyMember" ADD CONSTRAINT "FamilyMember_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Representation" ADD CONSTRAINT "Representation_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Representation" ADD CONSTRAINT "Representation_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "FamilyMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_representationId_fkey" FOREIGN KEY ("representationId") REFERENCES "Representation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_sharedFromId_fkey" FOREIGN KEY ("sharedFromId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Each account that has applications applies for its holder so far.
INSERT INTO "Person" ("id", "userId", "isSelf")
SELECT gen_random_uuid(), "userId", true FROM "Application" GROUP BY "userId";

UPDATE "Application" AS a SET "personId" = p."id" FROM "Person" AS p WHERE p."userId" = a."userId";

ALTER TABLE "Application" ALTER COLUMN "personId" SET NOT NULL;

CREATE UNIQUE INDEX "Person_self_key" ON "Person"("userId") WHERE "isSelf";

-- Whoever joined has an application there, and nobody else has.
ALTER TABLE "FamilyMember" ADD CONSTRAINT "FamilyMember_joined_check" CHECK (("state" = 'joined') = ("applicationId" IS NOT NULL));

-- One main applicant a family, and one representative at a time.
CREATE UNIQUE INDEX "FamilyMember_main_key" ON "FamilyMember"("familyId") WHERE "role" = 'main' AND "state" = 'joined';
CREATE UNIQUE INDEX "Representation_live_key" ON "Representation"("applicationId") WHERE "state" <> 'ended';

ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_purpose_check" CHECK (("memberId" IS NULL) <> ("representationId" IS NULL));

-- CreateEnum
CREATE TYPE "HostLinkState" AS ENUM ('created', 'opened', 'accepted', 'withdrawn');

-- CreateTable
CREATE TABLE "Host" (
    "code" TEXT NOT NULL,
    "nameSv" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "isApprovedPrincipal" BOOLEAN NOT NULL DEFAULT false,
    "contact" TEXT,
    "jwks" JSONB,
    "jwksUrl" TEXT,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "isTest" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "sourceDate" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Host_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "HostLink" (
    "id" UUID NOT NULL,
    "hostCode" TEXT NOT NULL,
    "jti" TEXT,
    "tokenHash" TEXT,
    "subjectRef" TEXT,
    "kind" TEXT NOT NULL,
    "claims" JSONB NOT NULL,
    "state" "HostLinkState" NOT NULL DEFAULT 'created',
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "notifiedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "applicationId" UUID,
    "acceptedByUserId" UUID,

    CONSTRAINT "HostLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConfirmedFact" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "fact" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "hostCode" TEXT NOT NULL,
    "linkId" UUID NOT NULL,
    "confirmedOn" DATE NOT NULL,

    CONSTRAINT "ConfirmedFact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HostConsent" (
    "applicationId" UUID NOT NULL,
    "hostCode" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HostConsent_pkey" PRIMARY KEY ("applicationId","hostCode")
);

-- CreateTable
CREATE TABLE "HostNotice" (
    "id" UUID NOT NULL,
    "hostCode" TEXT NOT NULL,
    "linkId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HostNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HostRequest" (
    "hostCode" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "response" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HostRequest_pkey" PRIMARY KEY ("hostCode","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "HostLink_tokenHash_key" ON "HostLink"("tokenHash");

-- CreateIndex
CREATE INDEX "HostLink_hostCode_id_idx" ON "HostLink"("hostCode", "id");

-- CreateIndex
CREATE INDEX "HostLink_applicationId_idx" ON "HostLink"("applicationId");

-- CreateIndex
CREATE INDEX "HostLink_acceptedByUserId_idx" ON "HostLink"("acceptedByUserId");

-- CreateIndex
CREATE INDEX "HostLink_expiresAt_idx" ON "HostLink"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "HostLink_hostCode_jti_key" ON "HostLink"("hostCode", "jti");

-- CreateIndex
CREATE INDEX "ConfirmedFact_linkId_idx" ON "ConfirmedFact"("linkId");

-- CreateIndex
CREATE UNIQUE INDEX "ConfirmedFact_applicationId_fact_hostCode_key" ON "ConfirmedFact"("applicationId", "fact", "hostCode");

-- CreateIndex
CREATE INDEX "HostNotice_linkId_idx" ON "HostNotice"("linkId");

-- CreateIndex
CREATE INDEX "HostNotice_hostCode_id_idx" ON "HostNotice"("hostCode", "id");

-- CreateIndex
CREATE INDEX "HostRequest_createdAt_idx" ON "HostRequest"("createdAt");

-- AddForeignKey
ALTER TABLE "HostLink" ADD CONSTRAINT "HostLink_hostCode_fkey" FOREIGN KEY ("hostCode") REFERENCES "Host"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HostLink" ADD CONSTRAINT "HostLink_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HostLink" ADD CONSTRAINT "HostLink_acceptedByUserId_fkey" FOREIGN KEY ("acceptedByUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConfirmedFact" ADD CONSTRAINT "ConfirmedFact_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConfirmedFact" ADD CONSTRAINT "ConfirmedFact_hostCode_fkey" FOREIGN KEY ("hostCode") REFERENCES "Host"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConfirmedFact" ADD CONSTRAINT "ConfirmedFact_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "HostLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HostConsent" ADD CONSTRAINT "HostConsent_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HostConsent" ADD CONSTRAINT "HostConsent_hostCode_fkey" FOREIGN KEY ("hostCode") REFERENCES "Host"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HostNotice" ADD CONSTRAINT "HostNotice_hostCode_fkey" FOREIGN KEY ("hostCode") REFERENCES "Host"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HostNotice" ADD CONSTRAINT "HostNotice_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "HostLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HostRequest" ADD CONSTRAINT "HostRequest_hostCode_fkey" FOREIGN KEY ("hostCode") REFERENCES "Host"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A link is either made here, with a token whose hash is kept, or signed by its host under an id of its own.
ALTER TABLE "HostLink" ADD CONSTRAINT "HostLink_origin_check" CHECK (("jti" IS NULL) <> ("tokenHash" IS NULL));

-- Each moment that a state rests on is known.
ALTER TABLE "HostLink" ADD CONSTRAINT "HostLink_state_check" CHECK (
    ("state" <> 'accepted' OR "acceptedAt" IS NOT NULL) AND
    ("state" <> 'withdrawn' OR "withdrawnAt" IS NOT NULL) AND
    ("applicationId" IS NULL OR "acceptedAt" IS NOT NULL)
);

-- A host's own id of a person leads to one link at a time among those made here.
CREATE UNIQUE INDEX "HostLink_subject_key" ON "HostLink"("hostCode", "subjectRef") WHERE "state" <> 'withdrawn' AND "tokenHash" IS NOT NULL;

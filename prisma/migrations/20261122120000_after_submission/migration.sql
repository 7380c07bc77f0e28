-- CreateEnum
CREATE TYPE "RequestState" AS ENUM ('open', 'answered', 'overdue', 'cancelled');

-- CreateEnum
CREATE TYPE "MessageDirection" AS ENUM ('from_authority', 'from_applicant');

-- CreateEnum
CREATE TYPE "MessageKind" AS ENUM ('message', 'correction');

-- CreateEnum
CREATE TYPE "DecisionOutcome" AS ENUM ('granted', 'refused', 'dismissed');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('pending', 'delivered', 'dead');

-- AlterEnum
ALTER TYPE "ApplicationState" ADD VALUE 'complement_requested';
ALTER TYPE "ApplicationState" ADD VALUE 'decided';
ALTER TYPE "ApplicationState" ADD VALUE 'acknowledged';

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "isLater" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "messageId" UUID,
ADD COLUMN     "replyId" UUID,
ADD COLUMN     "requestId" UUID;

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "transaction" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint;

-- CreateTable
CREATE TABLE "Request" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "consequence" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" "RequestState" NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "moreTimeAskedAt" TIMESTAMPTZ(3),
    "moreTimeReason" TEXT,
    "moreTimeAnsweredAt" TIMESTAMPTZ(3),
    "isMoreTimeGranted" BOOLEAN,
    "moreTimeAnswer" TEXT,

    CONSTRAINT "Request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RequestReply" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "userId" UUID,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RequestReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "direction" "MessageDirection" NOT NULL,
    "kind" "MessageKind" NOT NULL DEFAULT 'message',
    "userId" UUID,
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseStage" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CaseStage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionDemand" (
    "applicationId" UUID NOT NULL,
    "userId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answerBy" DATE NOT NULL,

    CONSTRAINT "DecisionDemand_pkey" PRIMARY KEY ("applicationId")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "outcome" "DecisionOutcome" NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "decidedOn" DATE NOT NULL,
    "validFrom" DATE,
    "validUntil" DATE,
    "appealWithinDays" INTEGER,
    "fileName" TEXT,
    "mediaType" TEXT,
    "sizeBytes" INTEGER,
    "fileSha256" TEXT,
    "storageKey" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DecisionOpening" (
    "decisionId" UUID NOT NULL,
    "userId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DecisionOpening_pkey" PRIMARY KEY ("decisionId")
);

-- CreateTable
CREATE TABLE "Acknowledgement" (
    "id" UUID NOT NULL,
    "decisionId" UUID NOT NULL,
    "userId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sha256" TEXT NOT NULL,
    "appealBy" DATE,

    CONSTRAINT "Acknowledgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastError" TEXT,
    "deliveredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthorityReceipt" (
    "id" UUID NOT NULL,
    "submissionId" UUID,
    "upToEvent" BIGINT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuthorityReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthorityCall" (
    "key" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuthorityCall_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "applicationId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("applicationId","key")
);

-- CreateIndex
CREATE INDEX "Request_applicationId_idx" ON "Request"("applicationId");

-- CreateIndex
CREATE INDEX "Request_state_dueOn_idx" ON "Request"("state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "RequestReply_requestId_key_key" ON "RequestReply"("requestId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Message_applicationId_direction_key_key" ON "Message"("applicationId", "direction", "key");

-- CreateIndex
CREATE INDEX "CaseStage_applicationId_idx" ON "CaseStage"("applicationId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_applicationId_key" ON "Decision"("applicationId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_storageKey_key" ON "Decision"("storageKey");

-- CreateIndex
CREATE UNIQUE INDEX "Acknowledgement_decisionId_key" ON "Acknowledgement"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_submissionId_key" ON "Delivery"("submissionId");

-- CreateIndex
CREATE INDEX "Delivery_state_nextAt_idx" ON "Delivery"("state", "nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "AuthorityReceipt_submissionId_key" ON "AuthorityReceipt"("submissionId");

-- CreateIndex
CREATE INDEX "AuthorityReceipt_upToEvent_idx" ON "AuthorityReceipt"("upToEvent");

-- CreateIndex
CREATE INDEX "AuthorityCall_createdAt_idx" ON "AuthorityCall"("createdAt");

-- CreateIndex
CREATE INDEX "Document_requestId_idx" ON "Document"("requestId");

-- CreateIndex
CREATE INDEX "Document_replyId_idx" ON "Document"("replyId");

-- CreateIndex
CREATE INDEX "Document_messageId_idx" ON "Document"("messageId");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "RequestReply"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Request" ADD CONSTRAINT "Request_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RequestReply" ADD CONSTRAINT "RequestReply_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "Request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStage" ADD CONSTRAINT "CaseStage_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionDemand" ADD CONSTRAINT "DecisionDemand_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DecisionOpening" ADD CONSTRAINT "DecisionOpening_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Acknowledgement" ADD CONSTRAINT "Acknowledgement_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthorityReceipt" ADD CONSTRAINT "AuthorityReceipt_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was decided, received, answered and confirmed is evidence: it is added, never changed.
CREATE TRIGGER decision_is_immutable BEFORE UPDATE ON "Decision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_opening_is_immutable BEFORE UPDATE ON "DecisionOpening" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER acknowledgement_is_immutable BEFORE UPDATE ON "Acknowledgement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER request_reply_is_immutable BEFORE UPDATE ON "RequestReply" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_stage_is_immutable BEFORE UPDATE ON "CaseStage" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER authority_receipt_is_immutable BEFORE UPDATE ON "AuthorityReceipt" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_change_but_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'readAt' <> to_jsonb(OLD) - 'readAt' THEN
    RAISE EXCEPTION '% rows are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER message_is_immutable BEFORE UPDATE ON "Message" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_read();

-- A request is closed exactly when it is answered or taken back.
ALTER TABLE "Request" ADD CONSTRAINT "Request_closed_check" CHECK (("state" IN ('answered', 'cancelled')) = ("closedAt" IS NOT NULL));

-- A file is there whole or not at all.
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_file_check" CHECK (num_nulls("fileName", "mediaType", "sizeBytes", "fileSha256", "storageKey") IN (0, 5));

-- A receipt is of one thing.
ALTER TABLE "AuthorityReceipt" ADD CONSTRAINT "AuthorityReceipt_purpose_check" CHECK (("submissionId" IS NULL) <> ("upToEvent" IS NULL));

-- What was given later is sent once, and only that is.
ALTER TABLE "Document" ADD CONSTRAINT "Document_later_check" CHECK (
    ("isLater" OR num_nonnulls("requestId", "replyId", "messageId") = 0) AND num_nonnulls("replyId", "messageId") <= 1
);

-- What was submitted so far has yet to be delivered.
INSERT INTO "Delivery" ("id", "submissionId") SELECT gen_random_uuid(), "id" FROM "Submission";

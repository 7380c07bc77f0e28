-- AlterTable
ALTER TABLE "Event" DROP COLUMN "transaction";

-- RenameColumn
ALTER TABLE "AuthorityReceipt" RENAME COLUMN "upToEvent" TO "upTo";
ALTER INDEX "AuthorityReceipt_upToEvent_idx" RENAME TO "AuthorityReceipt_upTo_idx";

-- CreateTable
CREATE TABLE "AuthorityFeed" (
    "position" BIGSERIAL NOT NULL,
    "eventId" BIGINT NOT NULL,

    CONSTRAINT "AuthorityFeed_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE INDEX "Event_at_idx" ON "Event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "AuthorityFeed_eventId_key" ON "AuthorityFeed"("eventId");

-- AddForeignKey
ALTER TABLE "AuthorityFeed" ADD CONSTRAINT "AuthorityFeed_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TRIGGER authority_feed_is_immutable BEFORE UPDATE ON "AuthorityFeed" FOR EACH ROW EXECUTE FUNCTION refuse_change();

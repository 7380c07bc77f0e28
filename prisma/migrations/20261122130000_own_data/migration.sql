-- An account whose holder deleted it, while something that was submitted is still kept.
ALTER TABLE "User" ADD COLUMN "deletedAt" TIMESTAMPTZ(3);

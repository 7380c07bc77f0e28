-- better-auth names a row after a hash where it reserves it: when an account that nobody has proved yet signs in for the first time.
ALTER TABLE "Verification" ALTER COLUMN "id" SET DATA TYPE TEXT;

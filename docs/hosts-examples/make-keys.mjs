// Makes your pair of keys: the private one into KEY_FILE, the public one as a JWKS onto the screen.
// Give the JWKS to whoever runs Ankomst, or publish it; keep the file to yourself.
import { generateKeyPairSync } from "node:crypto";
import { writeFileSync } from "node:fs";

const { KEY_FILE } = process.env;
const kid = new Date().toISOString().slice(0, 10);
const { privateKey, publicKey } = generateKeyPairSync("ed25519");
writeFileSync(KEY_FILE, JSON.stringify({ ...privateKey.export({ format: "jwk" }), kid }), {
  mode: 0o600,
  flag: "wx",
});
console.log(JSON.stringify({ keys: [{ ...publicKey.export({ format: "jwk" }), kid }] }));

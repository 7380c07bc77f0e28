import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { withUploadSlot } from "./upload-slots";

function held() {
  let end: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { until, end };
}

it("gives a person four at once, and all of them back", async () => {
  const [person, other] = [randomUUID(), randomUUID()];
  const { until, end } = held();
  const running = Array.from({ length: 4 }, () => withUploadSlot(person, () => until));
  await expect(withUploadSlot(person, () => until)).rejects.toMatchObject({ code: "busy" });
  await expect(withUploadSlot(other, async () => 1)).resolves.toBe(1);
  end();
  await Promise.all(running);
  await expect(withUploadSlot(person, () => Promise.reject(new Error("x")))).rejects.toThrow("x");
  for (let time = 0; time < 5; time++) await withUploadSlot(person, async () => undefined);
});

it("gives all people together thirty-two", async () => {
  const { until, end } = held();
  const running = Array.from({ length: 32 }, () => withUploadSlot(randomUUID(), () => until));
  await expect(withUploadSlot(randomUUID(), () => until)).rejects.toMatchObject({ code: "busy" });
  end();
  await Promise.all(running);
});

// What is in a ZIP file: the desk's package, a workbook.

import { inflateRawSync } from 'node:zlib';

/** The texts in a ZIP file, by their paths. */
export function unpacked(bytes) {
  const files = {};
  let at = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let [count, entry] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 16)];
  for (; count > 0; count -= 1) {
    const [method, packed] = [bytes.readUInt16LE(entry + 10), bytes.readUInt32LE(entry + 20)];
    const [name, extra, note] = [28, 30, 32].map((offset) => bytes.readUInt16LE(entry + offset));
    const path = bytes.toString('utf8', entry + 46, entry + 46 + name);
    at = bytes.readUInt32LE(entry + 42);
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const content = bytes.subarray(start, start + packed);
    files[path] = (method === 8 ? inflateRawSync(content) : content).toString('utf8');
    entry += 46 + name + extra + note;
  }
  return files;
}

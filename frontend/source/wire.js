// Kernel messages as bytes, in the protocol `v1.kernel.websocket.jupyter.org`: the server passes
// their parts on as they are, without reading them. A frame is a count, that many offsets of 64
// bits, then the parts: channel, header, parent header, metadata, content, buffers.

export const PROTOCOL = "v1.kernel.websocket.jupyter.org";

const text = new TextEncoder();
const letters = new TextDecoder();
const WORD = 8;

/** The bytes of what may be an ArrayBuffer or any view of a part of one. */
const bytes = (buffer) =>
  ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer);

export function encode({ channel, header, metadata, content, buffers = [] }) {
  const written = [header, {}, metadata, content].map((part) => text.encode(JSON.stringify(part)));
  const parts = [text.encode(channel), ...written, ...buffers.map(bytes)];
  const offsets = [WORD * (parts.length + 2)];
  for (const part of parts) offsets.push(offsets.at(-1) + part.byteLength);

  const frame = new Uint8Array(offsets.at(-1));
  const view = new DataView(frame.buffer);
  [offsets.length, ...offsets].forEach((number, index) => view.setUint32(WORD * index, number, true));
  parts.forEach((part, index) => frame.set(part, offsets[index]));
  return frame;
}

export function decode(frame) {
  const view = new DataView(frame);
  // Nothing is longer than 4 GB, so the upper half of each offset is 0.
  const number = (index) => view.getUint32(WORD * index, true);
  const offsets = Array.from({ length: number(0) }, (_, index) => number(index + 1));
  const part = (index) => frame.slice(offsets[index], offsets[index + 1]);
  const written = (index) => letters.decode(part(index));
  const json = (index) => JSON.parse(written(index));

  const buffers = [];
  // Copies, since a widget that sends one back sends all of the memory below it.
  for (let index = 5; index < offsets.length - 1; index++) buffers.push(new DataView(part(index)));
  return {
    channel: written(0),
    header: json(1),
    parent_header: json(2),
    metadata: json(3),
    content: json(4),
    buffers,
  };
}

import { firstWordTag, smallIntegers, tags } from './documentForm';
import { knownWords } from './knownWords';

/**
 * Reads a stored document back: what `JSON.parse` gave when it arrived. Throws when the bytes are not a document,
 * which the database's own integrity check makes a bug.
 */
export function decodeDocument(bytes: Buffer): unknown {
  let at = 0;

  function readByte(): number {
    const byte = bytes[at++];
    if (byte === undefined) throw new RangeError('A stored document ends too early.');
    return byte;
  }

  function readVarint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = readByte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  function take(length: number): Buffer {
    const taken = bytes.subarray(at, at + length);
    if (taken.length < length) throw new RangeError('A stored document ends too early.');
    at += length;
    return taken;
  }

  function readText(): string {
    const length = readVarint();
    return take(length).toString('utf8');
  }

  function readRevision(): string {
    const generation = readVarint();
    return `${generation}-${take(16).toString('hex')}`;
  }

  function readArray(): unknown[] {
    const items: unknown[] = [];
    for (let tag = readByte(); tag !== tags.end; tag = readByte()) items.push(readValue(tag));
    return items;
  }

  function readObject(): object {
    const object: Record<string, unknown> = {};
    for (let tag = readByte(); tag !== tags.end; tag = readByte()) {
      const key = String(readValue(tag));
      const value = readValue(readByte());
      // Assigned, this one name would change what the object inherits instead of becoming a field.
      if (key === '__proto__') {
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      } else {
        object[key] = value;
      }
    }
    return object;
  }

  function readValue(tag: number): unknown {
    if (tag >= firstWordTag) {
      const word = knownWords[tag - firstWordTag];
      if (word === undefined) throw new RangeError(`A stored document names the unknown word ${tag}.`);
      return word;
    }
    if (tag >= smallIntegers.firstTag) return tag - smallIntegers.firstTag;
    switch (tag) {
      case tags.null:
        return null;
      case tags.false:
        return false;
      case tags.true:
        return true;
      case tags.double:
        return take(8).readDoubleLE();
      case tags.positive:
        return readVarint();
      case tags.negative:
        return -readVarint();
      case tags.array:
        return readArray();
      case tags.object:
        return readObject();
      case tags.text:
        return readText();
      case tags.instant:
        return `${new Date(readVarint() * 1000).toISOString().slice(0, 19)}Z`;
      case tags.day:
        return new Date(readVarint() * 86_400_000).toISOString().slice(0, 10);
      case tags.digits:
        return String(readVarint());
      case tags.subscriberId:
        return `subscriber:${readVarint()}`;
      case tags.revision:
        return readRevision();
      default:
        throw new RangeError(`A stored document has the unknown tag ${tag}.`);
    }
  }

  return readValue(readByte());
}

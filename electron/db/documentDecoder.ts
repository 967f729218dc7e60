import { remember } from '../../shared/domain/remember';
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

  /** Goes past so many bytes. @returns where they begin */
  function pass(length: number): number {
    const start = at;
    if (bytes.length - start < length) throw new RangeError('A stored document ends too early.');
    at = start + length;
    return start;
  }

  function readText(): string {
    const start = pass(readVarint());
    return bytes.toString('utf8', start, at);
  }

  function readRevision(): string {
    const generation = readVarint();
    const start = pass(16);
    return `${generation}-${bytes.toString('hex', start, at)}`;
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
        return bytes.readDoubleLE(pass(8));
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
        return instantAt(readVarint());
      case tags.day:
        return dayAt(readVarint());
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

// The days and moments of a shop's customers are few: most are the end of some day.
const instantAt = remember((seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`);
const dayAt = remember((days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10));

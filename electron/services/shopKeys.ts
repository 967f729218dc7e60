/**
 * Where the codes of a shop get their keys: from the secret that its machines share, or on a machine that has none
 * from the key of its own cache, so that it can at least verify what it made itself. Nothing derived is stored.
 */
import { createHmac, hkdfSync } from 'node:crypto';
import { handoffBlockBits } from '../../shared/domain/handoffCode';
import { receiptSealBits } from '../../shared/domain/receiptCode';
import { encodeDigits } from '../../shared/domain/typedCode';

export interface ShopKeys {
  /** Who verifies what is made here: every machine with the same secret, or this one alone. */
  readonly verifiedBy: 'shop' | 'thisMachine';
  /** Of this device: three Crockford digits. */
  readonly device: string;
  /** Of the secret: two Crockford digits. */
  readonly shop: string;
  /** A seal that the device of that name makes over these bits. */
  readonly sealReceipt: (device: string, sealed: bigint) => number;
  /** Scrambles a block of 54 bits; nobody without the secret can tell or choose what is in it. */
  readonly scramble: (block: bigint) => bigint;
  readonly unscramble: (scrambled: bigint) => bigint;
}

export interface ShopKeySources {
  /** 64 hex digits. */
  readonly databaseKeyHex: string;
  /** 64 hex digits; `null`: this machine shares no secret. */
  readonly shopSecretHex: string | null;
  readonly shopId: string;
}

const keyBytes = 32;

export function createShopKeys({ databaseKeyHex, shopSecretHex, shopId }: ShopKeySources): ShopKeys {
  const secret = shopSecretHex ?? databaseKeyHex;
  const derive = (purpose: string) => deriveKey(secret, shopId, purpose);
  const rounds = roundsOf(derive('handoff 1'));
  return {
    verifiedBy: shopSecretHex === null ? 'thisMachine' : 'shop',
    device: encodeDigits(firstBits(deriveKey(databaseKeyHex, '', 'device 1'), 15), 3),
    shop: encodeDigits(firstBits(derive('shop 1'), 10), 2),
    sealReceipt(device, sealed) {
      const seal = createHmac('sha256', derive(`receipt 1 ${device}`))
        .update(sealed.toString(16))
        .digest();
      return Number(firstBits(seal, receiptSealBits));
    },
    scramble: (block) => join(rounds.reduce(step, split(block))),
    unscramble: (scrambled) => join(rounds.toReversed().reduce(stepBack, split(scrambled))),
  };
}

function deriveKey(secretHex: string, salt: string, purpose: string): Buffer {
  const secret = Buffer.from(secretHex, 'hex');
  return Buffer.from(hkdfSync('sha256', secret, salt, `comptoir ${purpose}`, keyBytes));
}

function firstBits(bytes: Buffer, count: number): bigint {
  return BigInt(bytes.readUInt32BE(0)) >> BigInt(32 - count);
}

const halfBits = handoffBlockBits / 2;
const halfMask = (1n << BigInt(halfBits)) - 1n;

type Halves = readonly [left: bigint, right: bigint];
type Round = (half: bigint) => bigint;

/** A Feistel network, as NIST SP 800-38G uses them: ten rounds, each a function of one half. */
function roundsOf(key: Buffer): readonly Round[] {
  return Array.from({ length: 10 }, (_, round) => (half: bigint) => {
    const mixed = createHmac('sha256', key).update(`${round} ${half}`).digest();
    return firstBits(mixed, halfBits);
  });
}

function step([left, right]: Halves, round: Round): Halves {
  return [right, left ^ round(right)];
}

function stepBack([left, right]: Halves, round: Round): Halves {
  return [right ^ round(left), left];
}

function split(block: bigint): Halves {
  return [block >> BigInt(halfBits), block & halfMask];
}

function join([left, right]: Halves): bigint {
  return (left << BigInt(halfBits)) | right;
}

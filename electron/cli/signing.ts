/** What the operator does on its own machine: makes the key, signs files for the devices. */
import { readFile, writeFile } from 'node:fs/promises';
import { jsonOf } from '../../shared/domain/json';
import { readProvisioning } from '../../shared/domain/provisioning';
import { readUpdateManifest } from '../../shared/domain/updateManifest';
import { fingerprintOf, makeOperatorKey, publicKeyOf, readPrivateKey } from '../fleet/operatorKey';
import { signDocument, type SignedPurpose } from '../fleet/signedDocument';
import { done, failed, say, usedWrongly, type CommandAnswer } from './answer';

/** Writes a new private key to `file`, which must not be there yet; its public half is the answer. */
export async function keygenCommand(file: string): Promise<CommandAnswer> {
  const { privatePem, publicPem, publicKey } = makeOperatorKey();
  try {
    await writeFile(file, privatePem, { mode: 0o600, flag: 'wx' });
  } catch {
    say(`${file}: is there already, or cannot be written`);
    return failed('NOT_WRITTEN');
  }
  say(`Keep ${file} where no device can reach it. The fingerprint is what technicians compare.`);
  return done({ publicKey, publicPem, fingerprint: fingerprintOf(publicKey) });
}

export interface SigningOptions {
  readonly purpose: SignedPurpose;
  /** Of the private key. */
  readonly signingKeyFile: string;
  /** JSON. */
  readonly inFile: string;
  readonly outFile: string;
}

/** Checks a file as a device will, and signs it. */
export async function signCommand(options: SigningOptions): Promise<CommandAnswer> {
  const { purpose, signingKeyFile, inFile, outFile } = options;
  const privateKey = readPrivateKey(await readFile(signingKeyFile, 'utf8').catch(() => ''));
  if (privateKey === null) {
    say(`${signingKeyFile}: must hold an Ed25519 private key in PEM`);
    return usedWrongly('BAD_KEY');
  }
  const content = jsonOf(await readFile(inFile, 'utf8').catch(() => ''));
  if (content === undefined) {
    say(`${inFile}: cannot be read, or is not JSON`);
    return usedWrongly('BAD_FILE');
  }
  const problems = problemsOf(purpose, content);
  for (const line of problems) say(line);
  if (problems.length > 0) return failed('BAD_FILE', { problems });
  await writeFile(outFile, signDocument(purpose, content, privateKey), { mode: 0o600 });
  const publicKey = publicKeyOf(privateKey);
  return done({ file: outFile, publicKey, fingerprint: fingerprintOf(publicKey) });
}

function problemsOf(purpose: SignedPurpose, content: unknown): readonly string[] {
  const read = purpose === 'provisioning' ? readProvisioning(content) : readUpdateManifest(content);
  return read.ok ? [] : read.problems;
}

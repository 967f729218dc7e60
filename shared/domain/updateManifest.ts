/** What the operator publishes of a version of the program: signed, so that a device believes it from any server. */
import Type from 'typebox';
import { Check } from 'typebox/value';
import { namedProblems } from './namedProblems';

const version = Type.String({
  pattern: '^(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})$',
  description: 'three numbers, such as 1.4.0',
});

const artefact = Type.Object(
  {
    /** Such as `linux-x64`: Node's words for platform and architecture. */
    target: Type.String({ pattern: '^[a-z0-9]+-[a-z0-9]+$', description: 'such as "linux-x64"' }),
    /** Beside the manifest. No folders in it. */
    file: Type.String({
      pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$',
      description: 'the name of a file beside the manifest',
    }),
    sizeBytes: Type.Integer({ minimum: 1, maximum: 1_073_741_824, description: 'a whole number of bytes' }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: '64 hexadecimal digits' }),
  },
  { additionalProperties: false, description: 'an object with target, file, sizeBytes and sha256' },
);

const manifestSchema = Type.Object(
  {
    version,
    artefacts: Type.Array(artefact, { minItems: 1, maxItems: 16, description: 'a list of artefacts' }),
  },
  { additionalProperties: false, description: 'an object with version and artefacts' },
);

export type UpdateManifest = Type.Static<typeof manifestSchema>;

export type UpdateManifestResult =
  | { readonly ok: true; readonly manifest: UpdateManifest }
  | { readonly ok: false; readonly problems: readonly string[] };

export function readUpdateManifest(content: unknown): UpdateManifestResult {
  return Check(manifestSchema, content)
    ? { ok: true, manifest: content }
    : { ok: false, problems: namedProblems(manifestSchema, content, 'update manifest') };
}

/** Whether `candidate` comes after `present`; what is not three numbers comes after nothing. */
export function isNewerVersion(candidate: string, present: string): boolean {
  const [ours, theirs] = [numbersOf(present), numbersOf(candidate)];
  if (ours === null || theirs === null) return false;
  for (const [place, number] of theirs.entries()) {
    const other = ours[place] ?? 0;
    if (number !== other) return number > other;
  }
  return false;
}

function numbersOf(text: string): readonly number[] | null {
  return /^\d{1,6}(\.\d{1,6}){2}$/.test(text) ? text.split('.').map(Number) : null;
}

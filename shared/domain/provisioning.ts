/** What one signed file makes of a machine: its settings, the secrets that they name, and where its key is kept. */
import Type from 'typebox';
import { Check } from 'typebox/value';
import { deviceName } from './deviceReport';
import { namedProblems } from './namedProblems';
import { readSettings } from './settings';

/** `keyStore`: the operating system's, or none; `file`: a key file; `any`: the key store where there is one. */
const keyPolicy = Type.Union([Type.Literal('keyStore'), Type.Literal('file'), Type.Literal('any')], {
  description: '"keyStore", "file" or "any"',
});

const name = '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$';

const provisioningSchema = Type.Object(
  {
    serial: Type.Integer({
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'a whole number, higher than in the file before',
    }),
    device: deviceName,
    keyPolicy: Type.Optional(keyPolicy),
    settings: Type.Object({}, { description: 'an object, as in the settings file' }),
    secrets: Type.Optional(
      Type.Record(Type.String({ pattern: name }), Type.String({ minLength: 1, maxLength: 4_096 }), {
        additionalProperties: false,
        description: 'an object of texts',
      }),
    ),
    certificates: Type.Optional(
      Type.Record(Type.String({ pattern: name }), Type.String({ minLength: 1, maxLength: 65_536 }), {
        additionalProperties: false,
        description: 'an object of certificates in PEM',
      }),
    ),
  },
  { additionalProperties: false, description: 'an object with serial, device and settings' },
);

export type KeyPolicy = Type.Static<typeof keyPolicy>;

export interface Provisioning {
  readonly serial: number;
  readonly device: string;
  readonly keyPolicy: KeyPolicy;
  /** Checked; a `secretFile` of the form `secret:NAME` and a `caFile` of the form `certificate:NAME` name parts of the file. */
  readonly settings: unknown;
  readonly secrets: Readonly<Record<string, string>>;
  readonly certificates: Readonly<Record<string, string>>;
}

/** Each problem is one line that begins with the key, such as `settings.feed.url: must be an http(s) URL`. */
export type ProvisioningResult =
  | { readonly ok: true; readonly provisioning: Provisioning }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Checks the content of a provisioning file, as `JSON.parse` gives it. */
export function readProvisioning(content: unknown): ProvisioningResult {
  if (!Check(provisioningSchema, content)) {
    return { ok: false, problems: namedProblems(provisioningSchema, content, 'provisioning file') };
  }
  const secrets = content.secrets ?? {};
  const certificates = content.certificates ?? {};
  const settings = readSettings(content.settings);
  const problems = [
    ...(settings.ok ? [] : settings.problems.map((line) => `settings.${line}`)),
    ...namedParts(content.settings, [], 'secretFile', 'secret').flatMap(missingFrom(secrets, 'secrets')),
    ...namedParts(content.settings, [], 'caFile', 'certificate').flatMap(
      missingFrom(certificates, 'certificates'),
    ),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const { serial, device } = content;
  return {
    ok: true,
    provisioning: {
      serial,
      device,
      keyPolicy: content.keyPolicy ?? 'any',
      settings: content.settings,
      secrets,
      certificates,
    },
  };
}

/**
 * The settings with each named part's place put in.
 *
 * @param placeOf the path of a part, by its kind and name
 */
export function settingsInPlace(
  settings: unknown,
  placeOf: (kind: 'secret' | 'certificate', name: string) => string,
): unknown {
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return settings;
  return Object.fromEntries(
    Object.entries(settings).map(([key, value]: [string, unknown]) => {
      const kind = key === 'secretFile' ? 'secret' : key === 'caFile' ? 'certificate' : null;
      const part = kind === null ? null : nameIn(value, kind);
      return [key, kind !== null && part !== null ? placeOf(kind, part) : settingsInPlace(value, placeOf)];
    }),
  );
}

interface NamedPart {
  /** Of the key in the settings. */
  readonly path: string;
  /** `null`: the key holds something else, a path for instance. */
  readonly name: string | null;
}

function namedParts(
  value: unknown,
  path: readonly string[],
  key: string,
  kind: 'secret' | 'certificate',
): readonly NamedPart[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === key
      ? [{ path: [...path, name].join('.'), name: nameIn(inner, kind) }]
      : namedParts(inner, [...path, name], key, kind),
  );
}

function nameIn(value: unknown, kind: 'secret' | 'certificate'): string | null {
  return typeof value === 'string' && value.startsWith(`${kind}:`) ? value.slice(kind.length + 1) : null;
}

/** A path of the operator's own machine means nothing on the device: only parts of the file may be named. */
function missingFrom(parts: Readonly<Record<string, string>>, title: 'secrets' | 'certificates') {
  const kind = title === 'secrets' ? 'secret' : 'certificate';
  return ({ path, name }: NamedPart): readonly string[] => {
    if (name === null) return [`settings.${path}: must be "${kind}:" and a name from ${title}`];
    return Object.hasOwn(parts, name) ? [] : [`${title}.${name}: is missing, settings.${path} names it`];
  };
}

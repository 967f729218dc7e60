/** The settings file of a shop: one schema, and for each key that is wrong a sentence that names it. */
import Type from 'typebox';
import { Check } from 'typebox/value';
import { deviceName } from './deviceReport';
import { modes } from './mode';
import { namedProblems, property } from './namedProblems';
import { orderSettings, usualOrderSettings, type OrderSettings } from './orderSettings';

/** In the program's data folder, or in the system's. */
export const settingsFileName = 'comptoir.json';

const strict = { additionalProperties: false } as const;

// Each `description` completes the sentence "<key>: must be …".
// No room for a user name and password in it: a secret never stands in the settings file.
const host = '(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])';
const httpUrl = Type.String({
  pattern: `^https?://${host}(?::\\d{1,5})?(?:/[^\\s?#]*)?$`,
  description: 'an http(s) URL',
});
const filePath = Type.String({ minLength: 1, description: 'the path of a file' });
const seconds = Type.Integer({
  minimum: 5,
  maximum: 3600,
  description: 'a whole number of seconds, 5 to 3600',
});

const secondsToLock = Type.Integer({
  minimum: 30,
  maximum: 3600,
  description: 'a whole number of seconds, 30 to 3600',
});

const username = Type.Optional(Type.String({ minLength: 1, description: 'a user name' }));

const feedAuth = Type.Object(
  {
    type: Type.Union([Type.Literal('basic'), Type.Literal('bearer')], { description: '"basic" or "bearer"' }),
    username,
    secretFile: filePath,
  },
  { ...strict, description: 'an object with type, secretFile and, for basic, username' },
);

const liveAuth = Type.Object(
  {
    type: Type.Union([Type.Literal('basic'), Type.Literal('bearer'), Type.Literal('oauth2')], {
      description: '"basic", "bearer" or "oauth2"',
    }),
    username,
    tokenUrl: Type.Optional(httpUrl),
    clientId: Type.Optional(Type.String({ minLength: 1, description: 'a client id' })),
    scope: Type.Optional(Type.String({ minLength: 1, description: 'scopes, separated by spaces' })),
    secretFile: filePath,
  },
  {
    ...strict,
    description:
      'an object with type, secretFile, for basic username, for oauth2 tokenUrl, clientId and scope',
  },
);

/** Beyond the certificate authorities that everybody trusts. */
const caFile = Type.Optional(filePath);

const feedEndpoint = Type.Object(
  { url: httpUrl, auth: Type.Optional(feedAuth), caFile },
  { ...strict, description: 'an object with url, auth and caFile' },
);

const interfacePath = Type.Optional(
  Type.String({ pattern: '^/[^\\s?#]*$', description: 'a path that begins with /' }),
);

/** Where an interface stands that the operator serves at another path than its description says. */
const livePaths = Type.Object(
  {
    balances: interfacePath,
    products: interfacePath,
    usage: interfacePath,
    bills: interfacePath,
    catalogue: interfacePath,
    orders: interfacePath,
    payments: interfacePath,
    smsCodes: interfacePath,
  },
  { ...strict, description: 'an object of paths' },
);

const liveEndpoint = Type.Object(
  { url: httpUrl, auth: Type.Optional(liveAuth), caFile, paths: Type.Optional(livePaths) },
  { ...strict, description: 'an object with url, auth, caFile and paths' },
);

const device = Type.Optional(deviceName);

/** The database in which a shop's devices say how they are. */
const fleetEndpoint = Type.Object(
  {
    url: httpUrl,
    auth: Type.Optional(feedAuth),
    caFile,
    device,
    everySeconds: Type.Optional(
      Type.Integer({ minimum: 30, maximum: 3600, description: 'a whole number of seconds, 30 to 3600' }),
    ),
  },
  { ...strict, description: 'an object with url, auth, caFile, device and everySeconds' },
);

/** Where newer versions of the program are published, and whose signature they must bear. */
const updateEndpoint = Type.Object(
  {
    url: httpUrl,
    auth: Type.Optional(feedAuth),
    caFile,
    publicKey: Type.String({
      pattern: '^ed25519:[A-Za-z0-9+/]{43}=$',
      description: '"ed25519:" and a public key in base64',
    }),
    everyMinutes: Type.Optional(
      Type.Integer({ minimum: 5, maximum: 1440, description: 'a whole number of minutes, 5 to 1440' }),
    ),
  },
  { ...strict, description: 'an object with url, auth, caFile, publicKey and everyMinutes' },
);

/** A collector of OpenTelemetry metrics (OTLP over HTTP, JSON). */
const telemetryEndpoint = Type.Object(
  {
    url: httpUrl,
    auth: Type.Optional(feedAuth),
    caFile,
    everySeconds: Type.Optional(
      Type.Integer({ minimum: 10, maximum: 3600, description: 'a whole number of seconds, 10 to 3600' }),
    ),
  },
  { ...strict, description: 'an object with url, auth, caFile and everySeconds' },
);

export const settingsSchema = Type.Object(
  {
    mode: Type.Optional(
      Type.Enum([...modes], { description: modes.map((mode) => `"${mode}"`).join(' or ') }),
    ),
    market: Type.Union([Type.Literal('CI'), Type.Literal('CM')], { description: '"CI" or "CM"' }),
    shop: Type.Optional(
      Type.Object(
        {
          id: Type.String({ minLength: 1, maxLength: 100, description: 'the shop’s identifier' }),
          name: Type.String({ minLength: 1, maxLength: 200, description: 'the shop’s name' }),
          secretFile: Type.Optional(filePath),
        },
        { ...strict, description: 'an object with id, name and secretFile' },
      ),
    ),
    feed: feedEndpoint,
    live: Type.Optional(liveEndpoint),
    fleet: Type.Optional(fleetEndpoint),
    update: Type.Optional(updateEndpoint),
    telemetry: Type.Optional(telemetryEndpoint),
    audit: Type.Optional(feedEndpoint),
    cache: Type.Optional(
      Type.Object(
        {
          folder: Type.Optional(Type.String({ minLength: 1, description: 'the path of a folder' })),
          retentionDays: Type.Optional(
            Type.Integer({ minimum: 1, maximum: 3650, description: 'a whole number of days, 1 to 3650' }),
          ),
        },
        { ...strict, description: 'an object with folder and retentionDays' },
      ),
    ),
    orders: Type.Optional(orderSettings),
    idle: Type.Optional(
      Type.Object(
        { warnAfterSeconds: seconds, resetAfterSeconds: seconds },
        { ...strict, description: 'an object with warnAfterSeconds and resetAfterSeconds' },
      ),
    ),
    staff: Type.Optional(
      Type.Object(
        { lockAfterSeconds: Type.Optional(secondsToLock) },
        { ...strict, description: 'an object with lockAfterSeconds' },
      ),
    ),
    printer: Type.Optional(
      Type.Object(
        {
          name: Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
            description: 'the name of a printer, or null',
          }),
          widthMm: Type.Union([Type.Literal(58), Type.Literal(80)], { description: '58 or 80' }),
          pdfFolder: Type.Optional(Type.String({ minLength: 1, description: 'the path of a folder' })),
        },
        { ...strict, description: 'an object with name, widthMm and pdfFolder' },
      ),
    ),
    kiosk: Type.Optional(Type.Boolean({ description: 'true or false' })),
  },
  { ...strict, description: 'an object' },
);

type SettingsFileContent = Type.Static<typeof settingsSchema>;

export type FeedEndpoint = Type.Static<typeof feedEndpoint>;
export type LiveEndpoint = Type.Static<typeof liveEndpoint>;
export type EndpointAuth = Type.Static<typeof liveAuth>;
/** The operator's interfaces, by what they are asked for. */
export type LiveInterface = keyof Type.Static<typeof livePaths>;

export type FleetEndpoint = Type.Static<typeof fleetEndpoint>;

export type UpdateEndpoint = Type.Static<typeof updateEndpoint>;
export type TelemetryEndpoint = Type.Static<typeof telemetryEndpoint>;
export const usualLockAfterSeconds = 300;

/** The settings with everything decided that the file may leave open, except what depends on the machine. */
export interface Settings {
  readonly mode: 'agent' | 'selfservice';
  readonly market: 'CI' | 'CM';
  readonly shop: {
    readonly id: string;
    readonly name: string;
    /** Holds what all machines of the shop share, so that each reads the codes of the others. */
    readonly secretFile?: string;
  };
  readonly feed: FeedEndpoint;
  readonly live: LiveEndpoint | null;
  readonly fleet: FleetEndpoint | null;
  readonly update: UpdateEndpoint | null;
  readonly telemetry: TelemetryEndpoint | null;
  /** Where the heads of the audit log are uploaded to: a database of the feed's protocol; `null`: nowhere. */
  readonly audit: FeedEndpoint | null;
  /** `folder` is `null` when it is left to the program. */
  readonly cache: { readonly folder: string | null; readonly retentionDays: number };
  readonly orders: OrderSettings;
  readonly idle: { readonly warnAfterSeconds: number; readonly resetAfterSeconds: number };
  /** Without a key or a touch for so long, the counter locks itself. */
  readonly staff: { readonly lockAfterSeconds: number };
  readonly printer: {
    readonly name: string | null;
    readonly widthMm: 58 | 80;
    /** Where receipts are kept as PDF; absent: in the user's documents. */
    readonly pdfFolder?: string;
  };
  readonly kiosk: boolean;
}

/** Each problem, and there may be several, is one line that begins with the key, such as `feed.url: must be an http(s) URL`. */
export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Checks the content of a settings file, as `JSON.parse` gives it. */
export function readSettings(content: unknown): SettingsResult {
  if (!Check(settingsSchema, content))
    return { ok: false, problems: namedProblems(settingsSchema, content, 'settings') };
  const problems = crossProblems(content);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, settings: withDefaults(content) };
}

function withDefaults(content: SettingsFileContent): Settings {
  return {
    mode: content.mode ?? 'agent',
    market: content.market,
    shop: content.shop ?? { id: 'comptoir', name: 'Comptoir' },
    feed: content.feed,
    live: content.live ?? null,
    fleet: content.fleet ?? null,
    update: content.update ?? null,
    telemetry: content.telemetry ?? null,
    audit: content.audit ?? null,
    cache: { folder: content.cache?.folder ?? null, retentionDays: content.cache?.retentionDays ?? 90 },
    orders: {
      ...usualOrderSettings,
      ...content.orders,
      approval: { ...usualOrderSettings.approval, ...content.orders?.approval },
    },
    idle: content.idle ?? { warnAfterSeconds: 45, resetAfterSeconds: 60 },
    staff: { lockAfterSeconds: content.staff?.lockAfterSeconds ?? usualLockAfterSeconds },
    printer: content.printer ?? { name: null, widthMm: 80 },
    kiosk: content.kiosk ?? false,
  };
}

/** What a schema of single keys cannot say. */
function crossProblems({
  feed,
  live,
  fleet,
  update,
  telemetry,
  audit,
  idle,
}: SettingsFileContent): readonly string[] {
  const problems: string[] = [];
  for (const [key, endpoint] of Object.entries({ feed, live, fleet, update, telemetry, audit })) {
    if (endpoint?.auth !== undefined) problems.push(...authProblems(key, endpoint.auth));
  }
  if (idle !== undefined && idle.resetAfterSeconds <= idle.warnAfterSeconds) {
    problems.push('idle.resetAfterSeconds: must be more than idle.warnAfterSeconds');
  }
  return problems;
}

const requiredByType = {
  basic: { username: 'a user name' },
  bearer: {},
  oauth2: { tokenUrl: 'an http(s) URL', clientId: 'a client id' },
} as const satisfies Readonly<
  Record<EndpointAuth['type'], Readonly<Partial<Record<keyof EndpointAuth, string>>>>
>;

function authProblems(endpoint: string, auth: EndpointAuth): readonly string[] {
  return Object.entries(requiredByType[auth.type])
    .filter(([key]) => property(auth, key) === undefined)
    .map(
      ([key, expectation]) =>
        `${endpoint}.auth.${key}: is missing, must be ${expectation} when auth.type is "${auth.type}"`,
    );
}

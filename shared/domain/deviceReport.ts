/** How a device of a shop says it is: counts, codes and times. Nothing of any customer has a place in it. */
import Type from 'typebox';
import { Check } from 'typebox/value';
import { modes } from './mode';

const strict = { additionalProperties: false } as const;

export const deviceName = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
  description: 'the device’s identifier: up to 64 letters, digits, dots, dashes and underscores',
});

/** ISO 8601 UTC. */
const moment = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$' });
const count = Type.Integer({ minimum: 0 });
const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
/** Such as `FEED_OFFLINE`: too narrow for a name or a number. */
const code = Type.String({ pattern: '^[A-Z][A-Z_]{0,39}$' });

const reportSchema = Type.Object(
  {
    type: Type.Literal('device'),
    schema: Type.Literal(1),
    device: deviceName,
    /** Of this installation, to notice two machines of one name; `null` where the machine was set up by hand. */
    installation: nullable(Type.String({ pattern: '^[0-9a-f-]{36}$' })),
    shop: Type.String({ maxLength: 100 }),
    version: Type.String({ pattern: '^\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}$' }),
    mode: Type.Enum([...modes]),
    /** When it was written, by the trusted clock. */
    at: moment,
    startedAt: moment,
    feed: Type.Object(
      {
        state: Type.Union([
          Type.Literal('starting'),
          Type.Literal('catchingUp'),
          Type.Literal('live'),
          Type.Literal('offline'),
          Type.Literal('refused'),
          Type.Literal('garbled'),
          Type.Literal('cacheFailed'),
        ]),
        lastContactAt: nullable(moment),
        complete: Type.Boolean(),
        subscribers: count,
        quarantined: count,
      },
      strict,
    ),
    /** Orders that have not come to their end, and of these the ones that wait for a person. */
    orders: Type.Object({ unfinished: count, parked: count }, strict),
    disk: Type.Object({ freeBytes: nullable(count), cacheBytes: count }, strict),
    /** Of the provisioning file that was applied last. */
    settingsSerial: nullable(count),
    /** What last went wrong, if it has not come right since. */
    lastError: nullable(code),
  },
  strict,
);

export type DeviceReport = Type.Static<typeof reportSchema>;

export const deviceIdPrefix = 'device:';

/** `null`: not a report, or one of a newer kind. The fields that the database adds are left out. */
export function readDeviceReport(document: unknown): DeviceReport | null {
  if (typeof document !== 'object' || document === null) return null;
  const content = Object.fromEntries(Object.entries(document).filter(([key]) => !key.startsWith('_')));
  return Check(reportSchema, content) ? content : null;
}

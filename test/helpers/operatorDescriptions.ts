/** The official descriptions of the operator's interfaces, where they are at hand: they are not part of the project. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { parse as parseYaml } from 'yaml';

/** Beside the project, unless `COMPTOIR_SPECS` names another folder. */
export const descriptionsFolder =
  process.env['COMPTOIR_SPECS'] ?? join(import.meta.dirname, '../../../shared/specs');

export const tmfDescriptions = [
  'TMF620',
  'TMF622',
  'TMF637',
  'TMF654',
  'TMF676',
  'TMF677',
  'TMF678',
] as const;

export type TmfDescription = (typeof tmfDescriptions)[number];

export const smsDescription = 'one-time-password-sms.yaml';

export const descriptionsAreHere = existsSync(join(descriptionsFolder, 'TMF654.json'));

export function descriptionFile(name: TmfDescription | typeof smsDescription): string {
  return join(descriptionsFolder, name.endsWith('.yaml') ? name : `${name}.json`);
}

/**
 * What the SMS description takes from CAMARA's common file, which does not come with it: in the words of the CAMARA
 * design guide, as far as it is needed here.
 */
export const camaraCommon = {
  components: {
    parameters: { 'x-correlator': { name: 'x-correlator', in: 'header', schema: { type: 'string' } } },
    headers: { 'x-correlator': { schema: { type: 'string' } } },
    schemas: {
      PhoneNumber: { type: 'string', pattern: '^\\+[1-9][0-9]{4,14}$', example: '+123456789' },
      ErrorInfo: {
        type: 'object',
        required: ['status', 'code', 'message'],
        properties: { status: { type: 'integer' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    responses: {
      Generic401: { description: 'Unauthorized' },
      Generic404: { description: 'Not found' },
    },
    securitySchemes: {
      openId: {
        type: 'openIdConnect',
        openIdConnectUrl: 'https://example.com/.well-known/openid-configuration',
      },
    },
  },
};

/** What is wrong with a value, by the description; empty: nothing. */
export type Check = (value: unknown) => readonly string[];

const checkers = new Map<string, Ajv04>();

/** @param definition such as `Bucket`, or `SendCodeBody` */
export function checkAgainst(name: TmfDescription | typeof smsDescription, definition: string): Check {
  const ajv = checkers.get(name) ?? createChecker(name);
  checkers.set(name, ajv);
  const place = name === smsDescription ? 'components/schemas' : 'definitions';
  const validate = ajv.compile({ $ref: `${base}${name}#/${place}/${definition}` });
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  };
}

const base = 'http://descriptions.example/code/';

function createChecker(name: TmfDescription | typeof smsDescription): Ajv04 {
  const ajv = new Ajv04({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addFormat('base64', true);
  const text = readFileSync(descriptionFile(name), 'utf8');
  const content: unknown = name.endsWith('.yaml') ? parseYaml(text) : JSON.parse(text);
  ajv.addSchema(Value.Parse(Type.Record(Type.String(), Type.Unknown()), content), `${base}${name}`);
  ajv.addSchema(camaraCommon, 'http://descriptions.example/common/CAMARA_common.yaml');
  return ajv;
}

const swagger = Type.Object({
  paths: Type.Record(Type.String(), Type.Record(Type.String(), Type.Unknown())),
  definitions: Type.Record(
    Type.String(),
    Type.Object({ properties: Type.Optional(Type.Record(Type.String(), Type.Unknown())) }),
  ),
});

const property = Type.Object({
  $ref: Type.Optional(Type.String()),
  items: Type.Optional(Type.Object({ $ref: Type.Optional(Type.String()) })),
});

export interface Description {
  readonly hasOperation: (method: string, path: string) => boolean;
  /** Whether a resource has an attribute, `logicalResource.id`, as filters and `fields` name it. */
  readonly hasAttribute: (definition: string, path: string) => boolean;
}

export function readDescription(name: TmfDescription): Description {
  const { paths, definitions } = Value.Parse(
    swagger,
    JSON.parse(readFileSync(descriptionFile(name), 'utf8')),
  );
  function hasAttribute(definition: string, path: string): boolean {
    const [first = '', ...rest] = path.split('.');
    const found = definitions[definition]?.properties?.[first];
    if (found === undefined || rest.length === 0) return found !== undefined;
    const { $ref, items } = Value.Parse(property, found);
    const next = ($ref ?? items?.$ref)?.replace('#/definitions/', '');
    return next !== undefined && hasAttribute(next, rest.join('.'));
  }
  return {
    hasOperation: (method, path) => paths[path]?.[method.toLowerCase()] !== undefined,
    hasAttribute,
  };
}

/** By attribute: `Bucket.id`. */
export type Examples = Readonly<Record<string, string | number>>;

/** The description with examples for some attributes, from which a mock server takes its answers. */
export function withExamples(name: TmfDescription, examples: Examples): string {
  const content: unknown = JSON.parse(readFileSync(descriptionFile(name), 'utf8'));
  const { definitions } = Value.Parse(swagger, content);
  for (const [attribute, example] of Object.entries(examples)) {
    const [definition = '', key = ''] = attribute.split('.');
    const properties = definitions[definition]?.properties;
    if (properties?.[key] === undefined) throw new Error(`${name} does not describe ${attribute}`);
    properties[key] = { type: typeof example, example };
  }
  const whole = Value.Parse(Type.Record(Type.String(), Type.Unknown()), content);
  return JSON.stringify({ ...whole, definitions });
}

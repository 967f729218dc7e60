/**
 * What is asked and answered, held against the official descriptions of the TM Forum interfaces to the last field.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ErrorObject } from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { descriptionsFolder } from './operatorDescriptions';

export interface Exchange {
  readonly method: 'get' | 'post';
  /** As the description writes it: `/bucket/{id}`. */
  readonly path: string;
}

export interface Description {
  /** What is wrong with an answer; empty: nothing. A part of a list (206) is described as a list. */
  readonly answerProblems: (exchange: Exchange, status: number, body: unknown) => readonly string[];
  readonly requestProblems: (exchange: Exchange, body: unknown) => readonly string[];
}

const anySchema = Type.Record(Type.String(), Type.Unknown());
const operation = Type.Object({
  parameters: Type.Optional(Type.Array(Type.Object({ in: Type.String(), schema: Type.Optional(anySchema) }))),
  responses: Type.Record(Type.String(), Type.Object({ schema: Type.Optional(anySchema) })),
});
const swagger = Type.Object({
  paths: Type.Record(Type.String(), Type.Record(Type.String(), operation)),
  definitions: Type.Record(
    Type.String(),
    Type.Object({ properties: Type.Optional(Type.Unknown()), allOf: Type.Optional(Type.Unknown()) }),
  ),
});

/** @param name such as `TMF654` */
export function openDescription(name: string): Description {
  const description = Value.Parse(
    swagger,
    JSON.parse(readFileSync(join(descriptionsFolder, `${name}.json`), 'utf8')),
  );
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  ajv.addFormat('base64', true);
  ajv.addSchema({ id: name, definitions: closed(description.definitions) });

  const problems = (schema: Readonly<Record<string, unknown>>, body: unknown): string[] => {
    const validate = ajv.compile(withName(name, schema));
    return validate(body) ? [] : (validate.errors ?? []).map(problemText);
  };
  const operationOf = ({ method, path }: Exchange) => {
    const found = description.paths[path]?.[method];
    if (found === undefined) throw new RangeError(`${name} describes no ${method} ${path}`);
    return found;
  };
  return {
    answerProblems: (exchange, status, body) => {
      const described = operationOf(exchange).responses[status === 206 ? '200' : String(status)];
      if (described?.schema === undefined) return [`${status} is not described`];
      return problems(described.schema, body);
    },
    requestProblems: (exchange, body) => {
      const described = operationOf(exchange).parameters?.find((parameter) => parameter.in === 'body');
      if (described?.schema === undefined) return ['no body is described'];
      return problems(described.schema, body);
    },
  };
}

/** A field that is not described is a mistake here, though the descriptions would let it pass. */
function closed(definitions: Readonly<Record<string, { readonly properties?: unknown }>>) {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [
      name,
      definition.properties === undefined ? definition : { ...definition, additionalProperties: false },
    ]),
  );
}

/** References within the document become references to it. */
function withName(name: string, schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === '$ref' && typeof value === 'string') return [key, `${name}${value}`];
      return [key, isObject(value) ? withName(name, value) : value];
    }),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function problemText({ instancePath, message = '', params }: ErrorObject): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}

/** TMF677 Usage Consumption: a question that is asked, worked on, and answered. */
import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { Check } from 'typebox/value';
import type { SubscriberDocument } from '../../../../shared/domain/feedDocument';
import { jsonOf } from '../../../../shared/domain/json';
import { instantText } from '../calendar';
import type { UsageDay } from '../dailyUse';
import type { Route } from '../router';
import type { Directory } from './directory';
import { quantity, usageTypeOf } from './quantities';
import { badRequest, livePath, resourceReply, tmfApi, tmfError, type Resource } from './tmf';

const api = tmfApi('usage');
const path = `${livePath}/tmf-api/usageConsumption/v4/queryUsageConsumption`;

const questionSchema = Type.Object({
  searchCriteria: Type.Object({
    logicalResource: Type.Array(Type.Object({ id: Type.String({ minLength: 1 }) }), { minItems: 1 }),
  }),
});

interface Question {
  readonly id: string;
  readonly askedAtMs: number;
  readonly msisdns: readonly string[];
  readonly searchCriteria: Resource;
}

/** Older questions are forgotten. */
const questionsKept = 1000;

interface ConsumptionOptions {
  readonly directory: Directory;
  readonly now: () => number;
  /** How long a question is being worked on. */
  readonly usageMs: number;
}

export function consumptionRoutes({ directory, now, usageMs }: ConsumptionOptions): readonly Route[] {
  const questions = new Map<string, Question>();
  /** `host`: as it was asked for, because this interface wants whole addresses. */
  const answered = (question: Question, host = ''): Resource => {
    const { id, askedAtMs, msisdns, searchCriteria } = question;
    const common = {
      id,
      href: `http://${host}${path}/${id}`,
      '@type': 'QueryUsageConsumption',
      queryUsageConsumptionDate: instantText(askedAtMs),
      searchCriteria,
    };
    if (now() - askedAtMs < usageMs) return { ...common, usageConsumption: [{ state: 'inProgress' }] };
    return { ...common, usageConsumption: msisdns.flatMap((msisdn) => usageOf(directory.toldLine(msisdn))) };
  };
  return [
    {
      api,
      method: 'POST',
      path,
      answer: ({ body, headers, query }) => {
        const asked = jsonOf(body);
        if (!Check(questionSchema, asked))
          return badRequest('searchCriteria.logicalResource must name a line');
        const question: Question = {
          id: randomUUID(),
          askedAtMs: now(),
          msisdns: asked.searchCriteria.logicalResource.map((resource) => resource.id),
          searchCriteria: asked.searchCriteria,
        };
        questions.set(question.id, question);
        const [oldest] = questions.keys();
        if (questions.size > questionsKept && oldest !== undefined) questions.delete(oldest);
        return resourceReply(201, answered(question, headers.host), query);
      },
    },
    {
      api,
      method: 'GET',
      path: `${path}/:id`,
      answer: ({ parameters, headers, query }) => {
        const question = questions.get(parameters['id'] ?? '');
        return question === undefined
          ? tmfError(404, 'NOT_FOUND', 'There is no such query.')
          : resourceReply(200, answered(question, headers.host), query);
      },
    },
  ];
}

/** Nothing where the customer, or what they use, is not known. */
function usageOf(line: SubscriberDocument | null): Resource[] {
  if (line?.usage === undefined) return [];
  const { from, to, allowances = [], daily = [] } = line.usage;
  const period = { startDateTime: `${from}T00:00:00Z`, endDateTime: `${to}T23:59:59Z` };
  const logicalResource = { id: line.msisdn, '@referredType': 'LogicalResource' };
  return [
    {
      '@type': 'UsageConsumption',
      state: 'done',
      validPeriod: period,
      bucketRefOrValue: allowances.map(({ label, used, limit, unit }, index) => ({
        id: `allowance-${index + 1}`,
        name: label,
        usageType: usageTypeOf(unit),
        // Below zero when more was used than allowed.
        remainingValue: quantity(limit - used, unit),
        bucketCounter: [
          {
            counterType: 'used',
            level: 'global',
            value: quantity(used, unit),
            consumptionPeriod: period,
          },
        ],
      })),
      logicalResource: [
        {
          ...logicalResource,
          consumptionSummary: daily.flatMap((day) => summariesOf(day, line.main.currency)),
        },
      ],
    },
  ];
}

function summariesOf(day: UsageDay, currency: string): Resource[] {
  const consumptionPeriod = {
    startDateTime: `${day.date}T00:00:00Z`,
    endDateTime: `${day.date}T23:59:59Z`,
  };
  const used = [
    { amount: day.voice, unit: 's' },
    { amount: day.sms, unit: 'sms' },
    { amount: day.data, unit: 'B' },
    { amount: day.spend, unit: currency },
  ];
  return used.flatMap(({ amount, unit }) =>
    amount === undefined
      ? []
      : [{ counterType: 'used', level: 'day', consumptionPeriod, value: quantity(amount, unit) }],
  );
}

import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { SecureContext } from 'node:tls';

export interface AgentLimits {
  readonly keepAlive: boolean;
  readonly maxSockets: number;
}

/**
 * The connections to one server. Its certificate is always verified.
 *
 * @param trust whose certificates are accepted beyond the usual; `null`: nobody's
 */
export function createAgent(url: URL, trust: SecureContext | null, limits: AgentLimits): HttpAgent {
  if (url.protocol !== 'https:') return new HttpAgent(limits);
  // Said outright, because else NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment would switch it off.
  const verified = { ...limits, rejectUnauthorized: true };
  return new HttpsAgent({ ...verified, ...(trust !== null && { secureContext: trust }) });
}

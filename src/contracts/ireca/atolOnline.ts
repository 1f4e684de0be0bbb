/** Remote fiscalisation as iRECA takes and gives it: settings of Atol Online (written, never read) and the link of Pechka54. */
import * as z from 'zod/mini';
import { text } from '#src/contracts/wire.ts';

/** iRECA API text, `company.taxSystem`. */
export const TAX_SYSTEMS = ['osn', 'usn_income', 'usn_income_outcome', 'envd', 'esn', 'patent'] as const;
export type TaxSystem = (typeof TAX_SYSTEMS)[number];

/** iRECA API text, `agent.type`: only where the company sells for others. */
export const AGENT_TYPES = [
  'bank_paying_agent',
  'bank_paying_subagent',
  'paying_agent',
  'paying_subagent',
  'attorney',
  'commission_agent',
  'another',
] as const;
export type AgentType = (typeof AGENT_TYPES)[number];

/** Body of `POST /atolOnlineSettings/replace`; `isProduction` is called a string there, and is 1 in its sample. */
export type AtolOnlineSettings = {
  settingId: number;
  login: string;
  password: string;
  /** Group of the cash registers that print. */
  kktGroup: string;
  isProduction: 0 | 1;
  company: { inn: string; taxSystem: TaxSystem };
  agent?: { type: AgentType };
};

/** Answer of `GET /pechka54Settings`. Its `url` is called a number in the text, and is a link; '' = there is none. */
export const pechka54Schema = z.object({ url: text });

import type { Content } from 'pdfmake/interfaces.js'
import { agentPowers, entrustedOf, readPowers } from '../../../shared/rules/agentPowers.ts'
import {
  type CasePaperInput,
  closingTexts,
  disputeName,
  form,
  type Passage,
  passage,
  plainLine,
  readAloudTexts,
  smallGap,
  strikeBetween,
  tick,
} from './paperForm.ts'
import { type AgentData, agentsOf, blocksOf, deputyBlock, emptyBlock, partyPlace } from './partyBlock.ts'
import type { PaperDefinition } from './pdfmake.ts'
import { bodySize, entered, naturalLine, paragraph, piecesOf, pitch, type Words } from './sheet.ts'
import {
  attendantSignatories,
  emptySignatures,
  handSignatory,
  partySignatories,
  type Signatures,
  signing,
} from './signatures.ts'

const title = '授权委托书'
const [principalWord, deputyWord] = ['委托人', '受托人']
const noOther = '＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿'

/** 民法典 165: matter, powers, term; 162: who is bound by what the agent does. */
const term = '委托期限：自本委托书签署之日起至本纠纷的调解终结之日止。'
const termByHand = '委托期限：自＿＿＿＿年＿＿月＿＿日起至＿＿＿＿年＿＿月＿＿日止。'
const bound = '受托人在上述权限和期限内的代理行为，后果由委托人承担。没有打“√”的事项，受托人无权代理。'

const sentence = (dispute: Words, deputy: Words): Words => [
  '委托人就',
  ...piecesOf(dispute),
  '的人民调解，委托',
  ...piecesOf(deputy),
  '为代理人，代理权限如下（在方框内打“√”）：',
]

/** One box for each power, two in a line. */
function powerBoxes(text: string | null): Content {
  const { given } = readPowers(text)
  const boxes = agentPowers.map((power) => plainLine(tick(given.has(power), power)).node)
  const half = Math.ceil(boxes.length / 2)
  const column = (some: readonly Content[]): Content => ({
    stack: [...some],
    lineHeight: pitch / (bodySize * naturalLine),
  })
  return { columns: [column(boxes.slice(0, half)), column(boxes.slice(half))], margin: [2 * bodySize, 0, 0, 0] }
}

/** What the parties agreed in other words stands with the signatures. */
function otherPowers(text: string | null): Passage {
  const { other } = readPowers(text)
  return passage([...tick(other !== '', '其他：'), other === '' ? noOther : entered(other)])
}

/** The principal and who represents the principal by law; other agents have a paper of their own. */
function signatures(input: CasePaperInput, agent: AgentData): Signatures {
  const { data } = input
  const place = partyPlace(data, agent)
  const party = data.parties[place]
  const agents = agentsOf(data, place).filter((a) => a.kind === 'legal')
  const own = party === undefined ? [] : [party]
  const helpers = data.attendants.filter((a) => a.forParty === null || a.forParty === party?.name)
  return {
    parties: [
      ...partySignatories({ ...input, data: { ...data, parties: own, agents } }, principalWord),
      handSignatory(input, deputyWord, entered(agent.name ?? '')),
    ],
    officials: attendantSignatories({ ...data, attendants: helpers }),
    committee: null,
    day: null,
  }
}

function filled(input: CasePaperInput, agent: AgentData): PaperDefinition {
  const { data, on } = input
  const place = partyPlace(data, agent)
  const principal = { ...data, agents: data.agents.filter((a) => a.kind === 'legal') }
  const text: readonly Content[] = [
    passage(sentence(entered(disputeName(data)), entered(agent.name ?? ''))).node,
    powerBoxes(agent.powers),
  ]
  const endings = [term, bound, ...readAloudTexts('本委托书', input)].map(passage)
  const closing = closingTexts([otherPowers(agent.powers), ...endings])
  return form({
    ...input,
    title,
    number: '',
    content: [
      ...blocksOf(principal, on, place, principalWord),
      deputyBlock(deputyWord, agent),
      smallGap,
      ...text,
      ...signing({ ...closing, about: title }, signatures(input, agent)),
    ],
    ...strikeBetween(text.at(-1), closing.texts[0]),
  })
}

function empty(input: CasePaperInput): PaperDefinition {
  const { parties } = emptySignatures(1, { ...input, committee: null }, principalWord)
  const closing = closingTexts([termByHand, bound].map(passage))
  return form({
    ...input,
    title,
    number: '',
    content: [
      emptyBlock(principalWord),
      deputyBlock(deputyWord, null),
      smallGap,
      paragraph(sentence('＿＿＿＿＿＿＿＿与＿＿＿＿＿＿＿＿的纠纷', '＿＿＿＿＿＿＿＿')),
      powerBoxes(null),
      otherPowers(null).node,
      ...signing(
        { ...closing, about: title },
        { parties: [...parties, handSignatory(input, deputyWord, '')], officials: [], committee: null, day: null },
      ),
    ],
  })
}

/** 授权委托书 of one 委托代理人: who entrusts whom, with which powers, for how long; both sign (domain 2.2). */
export function powerOfAttorney(input: CasePaperInput): PaperDefinition {
  const agent = entrustedOf(input.data.agents)[input.part]
  return input.mode === 'blank' || agent === undefined ? empty(input) : filled(input, agent)
}

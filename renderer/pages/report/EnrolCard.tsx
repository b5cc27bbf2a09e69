import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { CardView } from '../../../shared/contract/handover.ts'
import type { PickedFile } from '../../../shared/contract/office.ts'
import type { Book } from '../../../shared/ledgers/describe.ts'
import { useAct, useCall } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Panel } from '../../parts/Panel.tsx'
import { FilePicker } from '../../parts/PlacePickerFiles.tsx'
import { useSession } from '../../session.ts'
import { fill, t } from '../../text.ts'

interface FactsProps {
  readonly card: CardView
  /** A card that is to be compared keeps its code to itself: it is typed in from the telephone. */
  readonly withCode?: boolean
}
export function CardFacts({ card, withCode = false }: FactsProps) {
  const words = t.report.card
  return (
    <>
      {card.sample && <p className="quiet-line">{`▲ ${words.sample}`}</p>}
      <dl className="facts-list">
        <dt>{words.name}</dt>
        <dd>{card.name}</dd>
        <dt>{words.code}</dt>
        <dd>{card.code}</dd>
        <dt>{words.kind}</dt>
        <dd>{words.kinds[card.kind]}</dd>
        <dt>{words.book}</dt>
        <dd>{card.book === null ? words.bothBooks : t.codes.book[card.book]}</dd>
        {withCode && <dt>{words.checkCode}</dt>}
        {withCode && <dd className="check-code">{card.checkCode}</dd>}
      </dl>
    </>
  )
}

interface Props {
  readonly expects: CardView['kind']
  /** The book whose recipient is to be enrolled; null when units are. */
  readonly book: Book | null
  readonly title: string
  readonly note?: string
  readonly choose: string
}

/** Takes in the other side's card: choose the file, telephone, type the code that was heard. */
export function EnrolCard({ expects, book, title, note, choose }: Props) {
  const { admin } = useSession()
  const [files, setFiles] = useState<readonly PickedFile[]>([])
  const [done, setDone] = useState<CardView | null>(null)
  const file = files[0]
  const chosen = (next: readonly PickedFile[]) => {
    setFiles(next)
    if (next.length > 0) setDone(null)
  }
  const accepted = (card: CardView) => {
    setFiles([])
    setDone(card)
  }
  if (!admin)
    return (
      <Panel title={title}>
        <Alert type="info" showIcon role="note" title={t.report.card.adminOnly} />
      </Panel>
    )
  return (
    <Panel title={title} note={note}>
      <FilePicker label={choose} extensions={['jfk']} value={files} onChange={chosen} />
      {file && (
        <Compare
          key={file.token}
          file={file}
          expects={expects}
          book={book}
          onAccepted={accepted}
          onGiveUp={() => setFiles([])}
        />
      )}
      {done && (
        <Alert type="success" showIcon role="status" title={fill(t.report.card.accepted, { name: done.name })} />
      )}
    </Panel>
  )
}

interface CompareProps extends Pick<Props, 'expects' | 'book'> {
  readonly file: PickedFile
  readonly onAccepted: (card: CardView) => void
  readonly onGiveUp: () => void
}
function Compare({ file, expects, book, onAccepted, onGiveUp }: CompareProps) {
  const words = t.report.card
  const card = useCall('card.inspect', { file: file.token })
  const accept = useAct('card.accept')
  if (card.error) return <ErrorNotice error={card.error} />
  if (card.data === undefined) return null
  if (card.data.kind !== expects)
    return (
      <Alert type="error" showIcon role="alert" title={expects === 'unit' ? t.city.cards.wrongKind : words.wrongKind} />
    )
  if (book !== null && card.data.book !== null && card.data.book !== book)
    return (
      <Alert type="error" showIcon role="alert" title={fill(words.wrongBook, { book: t.codes.book[card.data.book] })} />
    )
  const enrol = ({ heard }: { readonly heard: string }) =>
    accept.mutate({ file: file.token, checkCode: heard.trim() }, { onSuccess: onAccepted })
  return (
    <>
      <CardFacts card={card.data} />
      <strong>{words.compareTitle}</strong>
      <p className="panel-note">{words.compareHint}</p>
      <Form<{ heard: string }> layout="vertical" requiredMark={false} onFinish={enrol}>
        <Form.Item
          name="heard"
          label={words.heard}
          rules={[{ required: true, whitespace: true, message: t.settings.password.needed }]}
        >
          <Input autoComplete="off" spellCheck={false} maxLength={40} className="check-code" />
        </Form.Item>
        <ErrorNotice error={accept.error} />
        <div className="button-line">
          <Button type="primary" htmlType="submit" loading={accept.isPending}>
            {words.accept}
          </Button>
          <Button onClick={onGiveUp}>{words.cancel}</Button>
        </div>
      </Form>
    </>
  )
}

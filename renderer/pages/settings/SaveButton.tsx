import { Button } from 'antd'

interface Props {
  readonly label: string
  readonly saving: boolean
  /** What to say after it worked. */
  readonly done: string | null
}

export function SaveButton({ label, saving, done }: Props) {
  return (
    <div className="button-line">
      <Button type="primary" htmlType="submit" loading={saving}>
        {label}
      </Button>
      <span role="status" className="saved-words">
        {done}
      </span>
    </div>
  )
}

import { Component, type ReactNode } from 'react'
import { ErrorNotice } from './ErrorNotice.tsx'

interface Props {
  /** Another page is another try. */
  readonly page: string
  readonly children: ReactNode
}
interface State {
  readonly failedOn: string | null
}

/** Keeps one broken page from blanking the window. A class, because React has no other error boundary. */
export class PageGuard extends Component<Props, State> {
  override state: State = { failedOn: null }
  static getDerivedStateFromError(): Partial<State> {
    return { failedOn: '' }
  }
  static getDerivedStateFromProps({ page }: Props, { failedOn }: State): Partial<State> | null {
    if (failedOn === '') return { failedOn: page }
    return failedOn !== null && failedOn !== page ? { failedOn: null } : null
  }
  override render(): ReactNode {
    if (this.state.failedOn === null) return this.props.children
    const again = () => this.setState({ failedOn: null })
    return <ErrorNotice error={{ code: 'internal', details: { incident: 'page' } }} onRetry={again} />
  }
}

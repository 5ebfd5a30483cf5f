// A room that fails to draw takes nothing else with it.
import { Component, type ReactNode } from 'react'
import { en } from '../locale/en/app.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'

const t = translator(en)

interface State {
  readonly broken: boolean
}

/** Draws `children`, or says that they could not be drawn. */
export class Boundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    const again = (
      <Button onPress={() => this.setState({ broken: false })} icon="undo">
        {t('tryAgain')}
      </Button>
    )
    return (
      <Empty icon="warning" title={t('broke')} actions={again}>
        {t('brokeAbout')}
      </Empty>
    )
  }
}

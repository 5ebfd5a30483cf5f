// The window begins here.
import './client/validator.ts'
import './style/tokens.css'
import './style/base.css'
import './style/button.css'
import './style/form.css'
import './style/notice.css'
import './style/page.css'
import './style/table.css'
import './style/work.css'
import './style/list.css'
import './style/overlay.css'
import './style/shell.css'
import './style/welcome.css'
import './style/palette.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { beginSession } from './client/session.ts'
import { openWorkspace } from './workspace/setting.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')

beginSession()
await openWorkspace()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

import './csp.ts'
import './styles.css'
import './form.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { language } from './text.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
document.documentElement.lang = language
createRoot(root).render(<App />)

import { t } from '../../text.ts'
import './help.css'

/** What a clerk asks, answered on one page; opened by F1. */
export function HelpPage() {
  return (
    <article className="help">
      <h1>{t.help.title}</h1>
      {Object.entries(t.help.topics).map(([key, topic]) => (
        <section key={key}>
          <h2>{topic.title}</h2>
          <p>{topic.text}</p>
        </section>
      ))}
      <section>
        <h2>{t.help.keysTitle}</h2>
        <dl>
          {Object.entries(t.help.keys).map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </section>
    </article>
  )
}

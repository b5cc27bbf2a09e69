/**
 * First import of the bundle: makes the libraries keep the strict Content-Security-Policy.
 * Ant Design creates style elements without the nonce (scroll lock, scroll-bar measuring) and writes style
 * attributes as text (auto-sizing text areas); zod probes `new Function` unless told not to.
 */
import { config } from 'zod'

export const nonce: string | undefined =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined

config({ jitless: true })

const createElement = Document.prototype.createElement
Document.prototype.createElement = function (this: Document, name: string, options?: ElementCreationOptions) {
  const element = (
    createElement as (this: Document, name: string, options?: ElementCreationOptions) => HTMLElement
  ).call(this, name, options)
  if (nonce !== undefined && element instanceof HTMLStyleElement) element.nonce = nonce
  return element
} as typeof Document.prototype.createElement

const setAttribute = Element.prototype.setAttribute
Element.prototype.setAttribute = function (this: Element, name: string, value: string) {
  if (name === 'style' && (this instanceof HTMLElement || this instanceof SVGElement)) this.style.cssText = value
  else setAttribute.call(this, name, value)
}

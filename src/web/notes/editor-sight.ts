import type { Extension } from '@codemirror/state'
import { type EditorView, ViewPlugin } from '@codemirror/view'

/** Between the line at work and the lower edge, in pixels. */
const air = 12

/**
 * The line at work stays in sight when the pad gets less high: a strip comes above it, or the keyboard of a phone below.
 * Who scrolled away from it is left there.
 */
export const lineInSight: Extension = ViewPlugin.fromClass(
  class {
    private readonly view: EditorView
    private readonly observer: ResizeObserver
    private height: number
    /** Pixels of height that went since the cursor's line was looked for. */
    private lost = 0

    constructor(view: EditorView) {
      this.view = view
      this.height = view.scrollDOM.clientHeight
      this.observer = new ResizeObserver(() => this.resized())
      this.observer.observe(view.scrollDOM)
    }

    destroy(): void {
      this.observer.disconnect()
    }

    private resized(): void {
      const { view } = this
      const height = view.scrollDOM.clientHeight
      this.lost += Math.max(0, this.height - height)
      this.height = height
      if (this.lost === 0) return
      view.requestMeasure({
        key: this,
        read: () => pixelsBelow(view),
        write: (below) => {
          if (below > 0 && below <= this.lost) view.scrollDOM.scrollTop += below + air
          this.lost = 0
        },
      })
    }
  },
)

function pixelsBelow(view: EditorView): number {
  const line = view.coordsAtPos(view.state.selection.main.head)
  return line ? line.bottom - view.scrollDOM.getBoundingClientRect().bottom : 0
}

/** The record as a timeline: newest first, by the stages of the patient pathway; each entry one line that opens. */

import type { ReactNode } from 'react'
import type { Stage } from '#core/pathway/case-kind.ts'
import { timelineOf } from '#core/pathway/timeline.ts'
import { TimelineEntry } from './timeline-entry.tsx'
import type { CaseView } from './view.ts'

/** What is shown at the head of a stage: charts and checks that belong to it. */
export type StagePanels = Partial<Readonly<Record<Stage, ReactNode>>>

/** So many of the newest entries come with all that they say; earlier ones are fetched when they are opened. */
const inFull = 30

interface TimelineProps {
  readonly view: CaseView
  readonly panels: StagePanels
}

export function Timeline({ view, panels }: TimelineProps) {
  const { groups, count } = timelineOf(view.course, view.entries)
  const full = new Set(
    groups
      .flatMap(({ items }) => items)
      .slice(0, inFull)
      .map(({ id }) => id),
  )
  const newest = new Map(groups.toReversed().map((group) => [group.stage, group]))
  return (
    <section aria-labelledby="timeline" className="fp-course">
      <h2 className="nhsuk-heading-m" id="timeline">
        Timeline <span className="fp-quiet fp-course__count">newest first, {count} entries</span>
      </h2>
      {groups.map((group) => (
        <div key={group.items[0]?.id ?? group.stage} className="fp-course__stage">
          <h3 className="nhsuk-heading-s">{group.title}</h3>
          {newest.get(group.stage) === group && panels[group.stage] ? (
            <div className="fp-case-panel">{panels[group.stage]}</div>
          ) : null}
          <ol className="fp-course__entries">
            {group.items.map((item) => (
              <TimelineEntry key={item.id} item={item} view={view} isFull={full.has(item.id)} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

/** Procedures in two columns: what is done here, and what by referral pathway to whom. */
import { inPaperTable, PROCEDURES, type Procedure } from '#core/catalogue/procedures.ts'
import { availabilityOf, isDiseaseModifying } from '#core/census/availability.ts'
import { optionsOf, questionOf } from '#core/census/questionnaire.ts'
import type { ProvisionView } from '../components/provision-view.ts'
import { paths } from '../paths.ts'

interface ProcedureColumnsProps {
  readonly code: string
  readonly provision: ProvisionView
}

export function ProcedureColumns({ code, provision }: ProcedureColumnsProps) {
  const names = new Map(provision.members.map((member) => [member.code, member.name]))
  const rows = askedAbout(provision).map((procedure) => ({
    procedure,
    ...availabilityOf(procedure.id, code, provision.provisions),
  }))
  const here = rows.filter(({ availability }) => availability === 'here')
  const elsewhere = rows.filter(({ availability }) => availability === 'by-referral-pathway')
  const own = provision.provisions.get(code)
  if (!own) {
    return (
      <section aria-labelledby="procedures">
        <h2 className="nhsuk-heading-l" id="procedures">
          Procedures
        </h2>
        <p className="nhsuk-u-reading-width">Not recorded: this organisation has not answered this census.</p>
      </section>
    )
  }
  return (
    <section aria-labelledby="procedures">
      <h2 className="nhsuk-heading-l" id="procedures">
        Procedures
      </h2>
      {own?.provides && own.procedures === null ? (
        <p>It offers interventional oncology, and did not say which supportive procedures.</p>
      ) : null}
      <div className="fp-columns">
        <div>
          <h3 className="nhsuk-heading-m">Done here ({here.length})</h3>
          {here.length === 0 ? <p className="fp-quiet">None recorded.</p> : null}
          <Group
            title="Treats the tumour itself"
            rows={here.filter(({ procedure }) => isDiseaseModifying(procedure.id))}
          />
          <Group
            title="Supports treatment and relieves symptoms"
            rows={here.filter(({ procedure }) => !isDiseaseModifying(procedure.id))}
          />
        </div>
        <div>
          <h3 className="nhsuk-heading-m">By referral pathway ({elsewhere.length})</h3>
          {elsewhere.length === 0 ? <p className="fp-quiet">None recorded.</p> : null}
          <ul>
            {elsewhere.map(({ procedure, to }) => (
              <li key={procedure.id}>
                <a href={paths.treatment(procedure.id)}>{procedure.name}</a>, to{' '}
                {to.map((other, index) => (
                  <span key={other}>
                    {index > 0 ? ' or ' : ''}
                    <a href={paths.service(other)}>{names.get(other) ?? other}</a>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

function Group({ title, rows }: { title: string; rows: readonly { readonly procedure: Procedure }[] }) {
  if (rows.length === 0) return null
  return (
    <>
      <h4 className="nhsuk-heading-xs">{title}</h4>
      <ul>
        {rows.map(({ procedure }) => (
          <li key={procedure.id}>
            <a href={paths.treatment(procedure.id)}>{procedure.name}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The procedures that this edition's questionnaire names, disease-modifying first. */
function askedAbout({ questionnaire }: ProvisionView): readonly Procedure[] {
  const asked = new Set(
    ['supportiveProcedures', 'diseaseModifyingProcedures'].flatMap((id) => {
      const question = questionOf(questionnaire, id)
      return question ? optionsOf(question).map(({ value }) => value) : []
    }),
  )
  const first = inPaperTable('disease-modifying')
  return [...first, ...PROCEDURES.filter((procedure) => !first.includes(procedure))].filter(({ id }) =>
    asked.has(id),
  )
}

/** The mark: four upright bars, the fourth filled. Medical, surgical, radiation, interventional. */

export function Mark() {
  return (
    <svg className="fp-mark" viewBox="0 0 36 32" width="36" height="32" aria-hidden="true" focusable="false">
      {[2, 11, 20].map((x) => (
        <rect key={x} x={x} y="3" width="5" height="26" fill="none" stroke="currentColor" strokeWidth="2" />
      ))}
      <rect x="28" y="2" width="7" height="28" fill="currentColor" />
    </svg>
  )
}

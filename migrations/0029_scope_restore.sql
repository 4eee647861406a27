-- A scope is put back by the settings themselves (src/store/scope.ts): nothing calls this any more.
drop function scope_restore(text[], boolean);

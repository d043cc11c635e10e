namespace SellerPortal.Data.Start;

/// <summary>
/// Makes sure that the database can be reached and written, that one process at a time prepares it, and turns the
/// provider's errors into one line for the person who starts the portal.
/// </summary>
internal interface IDatabaseGuard
{
    /// <summary>Reaches the database and keeps other starting processes out until the result is disposed.</summary>
    /// <exception cref="StartupException">The database is unreachable, locked, read-only or broken.</exception>
    Task<IAsyncDisposable> EnterAsync(CancellationToken token);

    /// <summary>The line for a failure while preparing, or null when the error is none of the provider's.</summary>
    string? Explain(Exception error);
}

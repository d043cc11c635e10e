namespace SellerPortal.Data.Start;

/// <summary>
/// The portal cannot start, and the person who starts it can mend it. The message is one line that says what is
/// wrong, where, and what to do; it is printed without a stack trace.
/// </summary>
public sealed class StartupException(string message, Exception? cause = null) : Exception(message, cause);

namespace SellerPortal.Components.Widgets;

/// <summary>One line of a <see cref="Timeline"/>.</summary>
/// <param name="At">When it happened.</param>
/// <param name="What">What happened, in the reader's language.</param>
/// <param name="Where">The office, or who did it.</param>
public sealed record TimelineEntry(DateTimeOffset At, string What, string? Where = null);

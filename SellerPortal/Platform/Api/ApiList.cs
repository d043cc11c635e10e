namespace SellerPortal.Platform.Api;

/// <summary>One page of a list.</summary>
/// <param name="Items">The entries, the latest first.</param>
/// <param name="Next">Give it as <c>cursor</c> for the page after this one; null on the last. It stays right while others add to the list.</param>
/// <typeparam name="T">An entry.</typeparam>
public sealed record ApiList<T>(IReadOnlyList<T> Items, string? Next);

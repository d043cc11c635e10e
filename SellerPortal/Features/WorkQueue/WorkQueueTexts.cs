namespace SellerPortal.Features.WorkQueue;

/// <summary>Marks the texts of the page about background work.</summary>
public sealed class WorkQueueTexts;

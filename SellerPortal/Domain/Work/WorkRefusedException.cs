namespace SellerPortal.Domain.Work;

/// <summary>Work that can never succeed, however often it is tried: it is given up at once.</summary>
public sealed class WorkRefusedException(string message, Exception? inner = null) : Exception(message, inner);

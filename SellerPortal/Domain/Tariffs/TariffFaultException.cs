namespace SellerPortal.Domain.Tariffs;

/// <summary>Tariff rows that contradict each other or miss a part; the message says which, in lower case and without a full stop.</summary>
public sealed class TariffFaultException(string message) : Exception(message);

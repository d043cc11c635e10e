namespace SellerPortal.Features.Deposits;

/// <summary>Sellers' advance deposits with the Department: the staff record money paid in and out, the seller sees what is left.</summary>
public static class DepositsFeature
{
    /// <summary>Registers the use cases.</summary>
    public static IServiceCollection AddDeposits(this IServiceCollection services) =>
        services.AddScoped<RecordMovement>().AddScoped<ReadDeposits>().AddScoped<ReadOwnDeposit>();
}

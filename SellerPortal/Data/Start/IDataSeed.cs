namespace SellerPortal.Data.Start;

/// <summary>Reference data or first accounts that must be in the database before the portal serves.</summary>
public interface IDataSeed
{
    /// <summary>Lower runs first; equal ones in the order of registration.</summary>
    int Order { get; }

    /// <summary>Fills what is missing, in one transaction of its own, and does nothing when it is there.</summary>
    /// <exception cref="StartupException">A file is missing or broken, or the data contradict each other.</exception>
    Task SeedAsync(PortalDbContext database, CancellationToken token);
}

/// <summary>Something kept in memory that is loaded from the database before the portal serves.</summary>
public interface IWarmUp
{
    /// <summary>The order of the seed whose data it reads: it begins as soon as that one is done, beside the later seeds.</summary>
    int After { get; }

    /// <summary>Loads it and puts it in force.</summary>
    Task LoadAsync(CancellationToken token);
}

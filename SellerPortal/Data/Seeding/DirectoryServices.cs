using SellerPortal.Data.Start;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Data.Seeding;

/// <summary>Puts the pincode directory into the services: seeded, loaded, and in force as a snapshot.</summary>
public static class DirectoryServices
{
    /// <summary>Registers seed, loader and <see cref="Snapshot{T}"/> of <see cref="PincodeDirectory"/>.</summary>
    /// <param name="services">The services of the portal.</param>
    /// <param name="configuration">"Seeding:Folder" names another folder with the data files.</param>
    public static IServiceCollection AddPincodeDirectory(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Snapshot<PincodeDirectory>>();
        services.AddSingleton(new DirectoryFiles(configuration["Seeding:Folder"] ?? DirectoryFiles.ShippedFolder));
        services.AddSingleton<IDataSeed, DirectorySeed>();
        services.AddSingleton<IWarmUp, DirectoryLoader>();
        return services;
    }
}

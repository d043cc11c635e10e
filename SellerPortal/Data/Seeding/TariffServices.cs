using SellerPortal.Data.Start;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Data.Seeding;

/// <summary>Puts the tariffs into the services: seeded, loaded with the holidays of the section "PostalHolidays", and in force as a snapshot.</summary>
public static class TariffServices
{
    /// <summary>Registers seed, loader and <see cref="Snapshot{T}"/> of <see cref="TariffBook"/>.</summary>
    /// <param name="services">The services of the portal.</param>
    /// <param name="configuration">"Seeding:Folder" names another folder with the data files, tariffs in its folder "tariffs".</param>
    public static IServiceCollection AddTariffs(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = configuration["Seeding:Folder"] is { Length: > 0 } other ? Path.Combine(other, "tariffs") : TariffFiles.ShippedFolder;
        services.AddOptions<PostalHolidays>()
            .BindConfiguration("PostalHolidays")
            .Validate(holidays => holidays.IsSound, "PostalHolidays:Days needs Day, Name and NameHi for each holiday, and each day once.")
            .ValidateOnStart();
        services.AddSingleton<Snapshot<TariffBook>>();
        services.AddSingleton(new TariffFiles(folder));
        services.AddSingleton<IDataSeed, TariffSeed>();
        services.AddSingleton<IWarmUp, TariffLoader>();
        return services;
    }
}

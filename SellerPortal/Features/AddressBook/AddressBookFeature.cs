using Microsoft.Extensions.DependencyInjection.Extensions;
using SellerPortal.Data.Sellers;

namespace SellerPortal.Features.AddressBook;

/// <summary>A seller keeps the consignees that parcels go to again and again.</summary>
public static class AddressBookFeature
{
    /// <summary>Registers the use cases of the address book.</summary>
    public static IServiceCollection AddAddressBook(this IServiceCollection services)
    {
        services.TryAddScoped<ConsigneeStore>();
        services.AddScoped<ReadAddressBook>();
        services.AddScoped<RemoveConsignee>();
        return services;
    }
}

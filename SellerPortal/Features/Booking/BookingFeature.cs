using Microsoft.Extensions.DependencyInjection.Extensions;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain.Booking;

namespace SellerPortal.Features.Booking;

/// <summary>A seller books one parcel.</summary>
public static class BookingFeature
{
    /// <summary>Registers the use cases of the booking page.</summary>
    public static IServiceCollection AddBooking(this IServiceCollection services)
    {
        services.AddSingleton<IBookingPrices, TariffPrices>();
        services.TryAddScoped<ConsigneeStore>();
        services.AddScoped<BookingAddressBook>();
        services.AddScoped<PriceBooking>();
        services.AddScoped<BookShipment>();
        services.AddScoped<BookBatch>();
        services.AddScoped<BookingDrafts>();
        services.AddScoped<OpenBookingDesk>();
        return services;
    }

    /// <summary>Maps the booking of the API.</summary>
    public static IEndpointRouteBuilder MapBooking(this IEndpointRouteBuilder endpoints)
    {
        BookingEndpoints.Map(endpoints);
        return endpoints;
    }
}

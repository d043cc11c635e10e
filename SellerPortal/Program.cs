using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SellerPortal.Components;
using SellerPortal.Data;
using SellerPortal.Data.Seeding;
using SellerPortal.Data.Start;
using SellerPortal.Data.Work;
using SellerPortal.Features.Accounts;
using SellerPortal.Features.AddressBook;
using SellerPortal.Features.Labels;
using SellerPortal.Features.ApiKeys;
using SellerPortal.Features.ApiReference;
using SellerPortal.Features.Sellers;
using SellerPortal.Features.Shipments;
using SellerPortal.Features.TariffAdmin;
using SellerPortal.Features.TestMode;
using SellerPortal.Features.Today;
using SellerPortal.Features.Tracking;
using SellerPortal.Features.WorkQueue;
using SellerPortal.Features.ArticleNumbers;
using SellerPortal.Features.Booking;
using SellerPortal.Features.Cancellations;
using SellerPortal.Features.Deposits;
using SellerPortal.Features.ParcelChanges;
using SellerPortal.Features.Pickups;
using SellerPortal.Features.BulkBooking;
using SellerPortal.Features.FailedDeliveries;
using SellerPortal.Features.Returns;
using SellerPortal.Features.Webhooks;
using SellerPortal.Features.Team;
using SellerPortal.Platform.Culture;
using SellerPortal.Features.Manifests;
using SellerPortal.Features.Notifications;
using SellerPortal.Features.ParcelPresets;
using SellerPortal.Features.Partners;
using SellerPortal.Features.PickupAgents;
using SellerPortal.Features.PickupLocations;
using SellerPortal.Features.Pincodes;
using SellerPortal.Features.Quotes;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Health;
using SellerPortal.Platform.Mail;
using SellerPortal.Platform.Security;

try
{
    var builder = WebApplication.CreateBuilder(args);

    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddPortalData(builder.Configuration, builder.Environment.ContentRootPath);
    builder.Services.AddPortalWork();
    builder.Services.AddPincodeDirectory(builder.Configuration);
    builder.Services.AddTariffs(builder.Configuration);
    builder.Services.AddDataProtection().SetApplicationName("SellerPortal").PersistKeysToDbContext<PortalDbContext>();
    builder.Services.AddPortalAuthorization();
    builder.Services.AddPortalProxies(builder.Configuration);
    builder.Services.AddPortalRateLimits(builder.Configuration);
    builder.Services.AddPortalHealth<PortalDbContext>();
    builder.Services.AddProblemDetails();
    builder.Services.AddPortalCulture();
    builder.Services.AddPortalComponents();

    builder.Services.AddPortalMail();
    builder.Services.AddAccounts(builder.Environment);
    builder.Services.AddSellers();
    builder.Services.AddLabels();
    builder.Services.AddApiKeys();
    builder.Services.AddApiReference();
    builder.Services.AddPartners();
    builder.Services.AddShipments();
    builder.Services.AddToday();
    builder.Services.AddDeposits();
    builder.Services.AddNotifications();
    builder.Services.AddWorkQueue();
    builder.Services.AddTracking();
    builder.Services.AddArticleNumbers();
    builder.Services.AddPincodes();
    builder.Services.AddQuotes();
    builder.Services.AddBooking();
    builder.Services.AddCancellations();
    builder.Services.AddParcelChanges();
    builder.Services.AddPickups();
    builder.Services.AddPickupAgents();
    builder.Services.AddBulkBooking();
    builder.Services.AddManifests();
    builder.Services.AddAddressBook();
    builder.Services.AddParcelPresets();
    builder.Services.AddPickupLocations();
    builder.Services.AddTeam();
    builder.Services.AddFailedDeliveries();
    builder.Services.AddReturns();
    builder.Services.AddWebhooks();
    builder.Services.AddTestMode();

    var app = builder.Build();

    app.Services.GetRequiredService<IStartupValidator>().Validate();
    await app.Services.GetRequiredService<DatabaseStart>().RunAsync(app.Lifetime.ApplicationStopping);

    app.UsePortalProxies();
    app.UseSecurityHeaders();
    app.UseRequestLocalization();
    app.UsePortalErrorPages();
    app.UseRouting();
    app.UseTokenLimit();
    app.UseFailedKeyLimit();
    app.UseAuthentication();
    app.UseNotFound();
    app.UseAuthorization();
    app.UseOpenCallers();
    app.UseRateLimiter();
    app.UseAntiforgery();
    app.MapPortalHealth();
    app.MapAccounts();
    app.MapLabels();
    app.MapManifests();
    app.MapShipments();
    app.MapTracking();
    app.MapPreferences();
    app.MapPortalComponents();
    app.MapPincodes();
    app.MapQuotes();
    app.MapBulkBooking();
    app.MapTariffs();
    app.MapSellers();
    app.MapBooking();
    app.MapParcelChanges();
    app.MapCancellations();
    app.MapPickups();
    app.MapPickupLocations();
    app.MapFailedDeliveries();
    app.MapWebhooks();
    app.MapTestMode();
    app.MapApiReference();

    await app.RunAsync();
    return 0;
}
catch (OptionsValidationException fault)
{
    await Console.Error.WriteLineAsync(string.Join(' ', fault.Failures));
    return 1;
}
catch (StartupException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
catch (IOException fault) when (fault.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{fault.Message.TrimEnd('.')}. Stop the other program, or set another address with --urls.");
    return 1;
}

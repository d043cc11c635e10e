using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Accounts;
using SellerPortal.Data.Search;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Labels;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Domain.Work;

namespace SellerPortal.Data;

/// <summary>
/// The portal's database. Abstract, because every provider has its own migrations and its own way to hold time;
/// see <see cref="SqlitePortalDbContext"/> and <see cref="PostgresPortalDbContext"/>.
/// </summary>
public abstract class PortalDbContext(DbContextOptions options)
    : IdentityDbContext<PortalUser, IdentityRole<Guid>, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<AddOnFeeRow> AddOnFees => Set<AddOnFeeRow>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<ArticleNumberRange> ArticleNumberRanges => Set<ArticleNumberRange>();

    public DbSet<BookingClaim> BookingClaims => Set<BookingClaim>();

    public DbSet<BookingDraft> BookingDrafts => Set<BookingDraft>();

    public DbSet<BoxPreset> BoxPresets => Set<BoxPreset>();

    public DbSet<BulkFile> BulkFiles => Set<BulkFile>();

    public DbSet<BulkJob> BulkJobs => Set<BulkJob>();

    public DbSet<BulkRow> BulkRows => Set<BulkRow>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<DeliveryInstruction> DeliveryInstructions => Set<DeliveryInstruction>();

    public DbSet<DeliveryNormRow> DeliveryNorms => Set<DeliveryNormRow>();

    public DbSet<DepositMovement> DepositMovements => Set<DepositMovement>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<IdempotentCall> IdempotentCalls => Set<IdempotentCall>();

    public DbSet<LabelFilePart> LabelFileParts => Set<LabelFilePart>();

    public DbSet<LabelJob> LabelJobs => Set<LabelJob>();

    public DbSet<LabelSettings> LabelSettings => Set<LabelSettings>();

    public DbSet<ListColumns> ListColumns => Set<ListColumns>();

    public DbSet<ManifestLine> ManifestLines => Set<ManifestLine>();

    public DbSet<ManifestSender> ManifestSenders => Set<ManifestSender>();

    public DbSet<Manifest> Manifests => Set<Manifest>();

    public DbSet<MessageReader> MessageReaders => Set<MessageReader>();

    public DbSet<MessageRead> MessageReads => Set<MessageRead>();

    public DbSet<NotificationPlan> NotificationPlans => Set<NotificationPlan>();

    public DbSet<NumberSeries> NumberSeries => Set<NumberSeries>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<PickupAgent> PickupAgents => Set<PickupAgent>();

    public DbSet<PickupRequest> Pickups => Set<PickupRequest>();

    public DbSet<PickupPlaces> PickupPlaces => Set<PickupPlaces>();

    public DbSet<PickupRepeat> PickupRepeats => Set<PickupRepeat>();

    public DbSet<PickupLocation> PickupLocations => Set<PickupLocation>();

    public DbSet<PincodeEntry> Pincodes => Set<PincodeEntry>();

    public DbSet<PortalMessage> PortalMessages => Set<PortalMessage>();

    public DbSet<PostalArea> PostalAreas => Set<PostalArea>();

    public DbSet<PostalPlace> PostalPlaces => Set<PostalPlace>();

    public DbSet<PostOffice> PostOffices => Set<PostOffice>();

    public DbSet<RememberedColumn> RememberedColumns => Set<RememberedColumn>();

    public DbSet<SavedConsignee> SavedConsignees => Set<SavedConsignee>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<Seller> Sellers => Set<Seller>();

    public DbSet<ShipmentChange> ShipmentChanges => Set<ShipmentChange>();

    public DbSet<ShipmentSearchRow> ShipmentSearch => Set<ShipmentSearchRow>();

    public DbSet<Shipment> Shipments => Set<Shipment>();

    public DbSet<TariffGapRow> TariffGaps => Set<TariffGapRow>();

    public DbSet<TariffRateRow> TariffRates => Set<TariffRateRow>();

    public DbSet<TariffSettingRow> TariffSettings => Set<TariffSettingRow>();

    public DbSet<TariffTableRow> TariffTables => Set<TariffTableRow>();

    public DbSet<TeamEvent> TeamEvents => Set<TeamEvent>();

    public DbSet<TeamInvitation> TeamInvitations => Set<TeamInvitation>();

    public DbSet<TrackingEvent> TrackingEvents => Set<TrackingEvent>();

    public DbSet<WebhookAttempt> WebhookAttempts => Set<WebhookAttempt>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<WebhookEndpoint> WebhookEndpoints => Set<WebhookEndpoint>();

    public DbSet<WebhookMessage> WebhookMessages => Set<WebhookMessage>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        StampVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        StampVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<ShipmentId>().HaveConversion<Converters.ShipmentIds>();
        configurationBuilder.Properties<PickupId>().HaveConversion<Converters.PickupIds>();
        configurationBuilder.Properties<SellerId>().HaveConversion<Converters.SellerIds>();
        configurationBuilder.Properties<ManifestId>().HaveConversion<Converters.ManifestIds>();
        configurationBuilder.Properties<Pincode>().HaveConversion<Converters.Pincodes>();
        configurationBuilder.Properties<MobileNumber>().HaveConversion<Converters.Mobiles>().HaveMaxLength(MobileNumber.Length);
        configurationBuilder.Properties<Money>().HaveConversion<Converters.Paise>();
        configurationBuilder.Properties<ProductCode>().HaveConversion<Converters.Products>().HaveMaxLength(24);
        configurationBuilder.Properties<ShipmentStatus>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<SellerStatus>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<TeamRole>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<TeamEventKind>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<DepositKind>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<HistoryKind>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<PickupSlot>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<PickupState>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<PickupStepKind>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<PickupRepeatState>().HaveConversion<string>().HaveMaxLength(16);
        configurationBuilder.Properties<PickupRefusal>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<PickupFailure>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<InstructionKind>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<InstructionOutcome>().HaveConversion<string>().HaveMaxLength(24);
        ConfigureTime(configurationBuilder);
    }

    /// <summary>How the provider holds a point in time.</summary>
    protected abstract void ConfigureTime(ModelConfigurationBuilder configurationBuilder);

    private void StampVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Added or EntityState.Modified
                && entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true })
            {
                entry.Property("Version").CurrentValue = Guid.CreateVersion7();
            }
        }
    }
}

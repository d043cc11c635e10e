using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Tariffs;

/// <summary>
/// Prices an article by every product. Pure: the same book and request always give the same answer. It is asked at
/// every keystroke of a booking, so it makes no text; explanations are made when they are read.
/// </summary>
public static class TariffCalculator
{
    private static readonly ProductCode[] Order = Enum.GetValues<ProductCode>();

    /// <summary>Prices every product, or says why it has no price.</summary>
    /// <exception cref="ArgumentException">The weight or a side is not positive.</exception>
    public static QuoteResult QuoteAll(TariffBook book, QuoteRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Weight.Grams, nameof(request));
        if (request.Size is { } size && (size.LengthMm <= 0 || size.BreadthMm <= 0 || size.HeightMm <= 0))
        {
            throw new ArgumentException("Every side of an article is longer than nothing.", nameof(request));
        }

        var work = new Work(book, request, Route.Between(request.From, request.To, book.Places));
        var quotes = new List<Quote>(Order.Length);
        var unavailable = new List<Unavailable>(Order.Length);
        foreach (var product in Order)
        {
            if (work.WhyNot(product) is { } reason) unavailable.Add(reason);
            else if (work.Price(product, out var tooMuch) is { } quote) quotes.Add(quote);
            else unavailable.Add(tooMuch!);
        }

        return new QuoteResult(work.Route, quotes, unavailable);
    }

    /// <summary>What the products of one request share: route, add-on charges and delivery by mode of transport.</summary>
    private ref struct Work
    {
        private readonly TariffBook _book;
        private readonly QuoteRequest _request;
        private readonly AddOnFees? _fees;
        private readonly bool _paysIgst;
        private AddOnCharge[]? _charges;
        private long _chargesPaise;
        private ExpectedDelivery? _air;
        private ExpectedDelivery? _surface;

        public Work(TariffBook book, QuoteRequest request, Route route)
        {
            (_book, _request, Route) = (book, request, route);
            _fees = request.AddOns.Count > 0 ? book.FeesOn(request.PostedOn) : null;
            _paysIgst = book.Settings.IgstForOtherStates
                && request.SenderGstState is { } sender
                && GstState.CodeOf(request.From.State) is { } office
                && sender != office;
        }

        public Route Route { get; }

        /// <summary>Why the product cannot be quoted; null when it can.</summary>
        public readonly Unavailable? WhyNot(ProductCode product)
        {
            if (_book.TableOn(product, _request.PostedOn) is null) return NoTable(product);
            if (product.IsDocument() && _request.Kind == ArticleKind.Parcel) return new Unavailable(product, UnavailableReason.GoodsAreParcels);
            if (!_request.To.Delivers) return new Unavailable(product, UnavailableReason.NoDelivery, _request.To.Pincode.ToString());
            if (_request.Weight > product.HeaviestArticle()) return new Unavailable(product, UnavailableReason.TooHeavy, product.HeaviestArticle());
            if (_request.DeliveredByBranchOffice && _request.Weight.Grams > Products.BranchOfficeGrams)
            {
                return new Unavailable(product, UnavailableReason.TooHeavyForBranchOffice, new Weight(Products.BranchOfficeGrams));
            }

            return WhyNotSize(product) ?? WhyNotAddOns(product);
        }

        /// <summary>The quote of a product that nothing stands against but the end of its table.</summary>
        public Quote? Price(ProductCode product, out Unavailable? tooMuch)
        {
            var table = _book.TableOn(product, _request.PostedOn)!;
            var volumetric = product.IsDocument() ? null : _request.Size?.VolumetricWeight;
            var chargeable = volumetric is { } byVolume && byVolume > _request.Weight ? byVolume : _request.Weight;
            int? kilometres = null;
            int column;
            if (table.IsByDistance && Route.Zone != Zone.Local)
            {
                var exact = Route.Kilometres;
                column = table.ColumnOf(exact);
                kilometres = (int)Math.Ceiling(exact);
            }
            else
            {
                column = table.ColumnOf(Route.Zone);
            }

            if (!table.TryPrice(chargeable.Grams, column, out var price))
            {
                tooMuch = new Unavailable(product, UnavailableReason.NoPriceForWeight, chargeable);
                return null;
            }

            tooMuch = null;
            var charges = _charges ??= ChargeAddOns();
            var taxable = price.Paise + _chargesPaise;
            var percent = _book.Settings.GstPercent;
            return new Quote(_request, Route, table, table.Columns[column])
            {
                Chargeable = chargeable,
                Volumetric = volumetric,
                Price = price,
                AddOns = charges,
                BasePaise = price.Paise,
                TaxablePaise = taxable,
                Gst = _paysIgst ? Gst.BetweenStates(taxable, percent) : Gst.WithinState(taxable, percent),
                GstPercent = percent,
                Delivery = product.Mode() == TransportMode.Air ? _air ??= Expect(TransportMode.Air) : _surface ??= Expect(TransportMode.Surface),
                Kilometres = kilometres,
            };
        }

        private readonly Unavailable NoTable(ProductCode product)
        {
            if (_book.GapOn(product, _request.PostedOn) is not { } gap) return new Unavailable(product, UnavailableReason.NoTariff, _request.PostedOn);
            return gap.To == DateOnly.MaxValue
                ? new Unavailable(product, UnavailableReason.NotPublished)
                : new Unavailable(product, UnavailableReason.NotPublishedBetween, gap.From, gap.To);
        }

        private readonly Unavailable? WhyNotSize(ProductCode product)
        {
            if (_request.Size is not { } size) return null;
            var sorted = Sorted(size);
            if (product.IsDocument())
            {
                return FitsInto(sorted, Products.LargestDocument) ? null : new Unavailable(product, UnavailableReason.TooLargeForDocument, Products.LargestDocument);
            }

            if (sorted.LengthMm > Products.LongestSideMm) return new Unavailable(product, UnavailableReason.TooLong, Products.LongestSideMm / 10);
            return FitsInto(Products.SmallestParcel, sorted) ? null : new Unavailable(product, UnavailableReason.TooSmall, Products.SmallestParcel);
        }

        private readonly Unavailable? WhyNotAddOns(ProductCode product)
        {
            if (_request.AddOns.Count == 0) return null;
            for (var addOn = AddOn.Registration; addOn <= AddOn.Insurance; addOn++)
            {
                if (_request.AddOns.Contains(addOn) && _fees?.Row(addOn) is null)
                {
                    return new Unavailable(product, UnavailableReason.NoAddOnFee, addOn.ToCode(), _request.PostedOn);
                }
            }

            if (!_request.AddOns.Contains(AddOn.Insurance)) return null;
            if (_request.DeclaredValueRupees is not > 0) return new Unavailable(product, UnavailableReason.InsuranceNeedsValue);
            return Money.FromRupees(_request.DeclaredValueRupees.Value) <= _book.Settings.InsuranceCeiling
                ? null
                : new Unavailable(product, UnavailableReason.InsuranceCeiling, _book.Settings.InsuranceCeiling);
        }

        private AddOnCharge[] ChargeAddOns()
        {
            if (_request.AddOns.Count == 0) return [];
            var charges = new AddOnCharge[_request.AddOns.Count];
            var next = 0;
            for (var addOn = AddOn.Registration; addOn <= AddOn.Insurance; addOn++)
            {
                if (!_request.AddOns.Contains(addOn)) continue;
                var paise = AddOnFees.FeePaise(_fees!.Row(addOn)!, _request.DeclaredValueRupees ?? 0);
                charges[next++] = new AddOnCharge(addOn, paise);
                _chargesPaise += paise;
            }

            return charges;
        }

        /// <summary>
        /// Counts working days from the day of posting, or from the next working day when the post did not work on that
        /// day or the article came after the cut-off.
        /// </summary>
        private readonly ExpectedDelivery? Expect(TransportMode mode)
        {
            if (_book.NormOf(mode, Route.Delivery) is not { } norm) return null;
            var calendar = _book.Calendar;
            var counted = calendar.WorkingDayFrom(_request.AfterCutOff ? _request.PostedOn.AddDays(1) : _request.PostedOn);
            var first = calendar.AddWorkingDays(counted, norm.FromDays + (_request.DeliveredByBranchOffice ? 1 : 0));
            return new ExpectedDelivery(first, calendar.AddWorkingDays(first, norm.ToDays - norm.FromDays), counted, norm);
        }

        private static bool FitsInto(Dimensions inner, Dimensions outer) =>
            inner.LengthMm <= outer.LengthMm && inner.BreadthMm <= outer.BreadthMm && inner.HeightMm <= outer.HeightMm;

        /// <summary>The longest side first, so that it does not matter which is called length.</summary>
        private static Dimensions Sorted(Dimensions size)
        {
            var (a, b, c) = (size.LengthMm, size.BreadthMm, size.HeightMm);
            if (a < b) (a, b) = (b, a);
            if (b < c) (b, c) = (c, b);
            if (a < b) (a, b) = (b, a);
            return new Dimensions(a, b, c);
        }
    }
}

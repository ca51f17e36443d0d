using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Latent.Training.Binding;

/// <summary>A key of a record: its property, and the values that it allows.</summary>
internal sealed record RecordKey(string Name, PropertyInfo Property, bool IsRequired, bool AllowsNull, IReadOnlyList<Bound> Bounds)
{
    public static RecordKey Create(PropertyInfo property, ParameterInfo? parameter) => new(
        JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name),
        property,
        parameter is null ? property.IsDefined(typeof(RequiredMemberAttribute)) : !parameter.HasDefaultValue,
        new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable,
        [.. (property.GetCustomAttribute<RangeAttribute>() ?? parameter?.GetCustomAttribute<RangeAttribute>()) is { } range
            ? Bound.From(range)
            : []]);
}

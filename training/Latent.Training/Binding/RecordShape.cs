using System.Collections.Concurrent;
using System.Reflection;

namespace Latent.Training.Binding;

/// <summary>The keys of a record and its construction: by its constructor's parameters, then by its other properties.</summary>
internal sealed class RecordShape
{
    private static readonly ConcurrentDictionary<Type, RecordShape> Known = new();
    private readonly ConstructorInfo constructor;
    private readonly ParameterInfo[] parameters;

    private RecordShape(Type type)
    {
        constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).FirstOrDefault()
            ?? throw new ArgumentException($"{type} cannot be read from a recipe: it has no public constructor.");
        parameters = constructor.GetParameters();
        Keys = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true })
            .Select(property => RecordKey.Create(property, ParameterFor(property)))];
    }

    public IReadOnlyList<RecordKey> Keys { get; }

    public IEnumerable<string> Names => Keys.Select(key => key.Name);

    public static RecordShape Get(Type type) => Known.GetOrAdd(type, static missing => new(missing));

    public object Create(IReadOnlyDictionary<RecordKey, object?> values)
    {
        var byName = values.ToDictionary(pair => pair.Key.Property.Name, pair => pair.Value, StringComparer.Ordinal);
        var arguments = parameters.Select(parameter => byName.TryGetValue(parameter.Name!, out var value) ? value : parameter.DefaultValue)
            .ToArray();
        var record = constructor.Invoke(arguments);
        foreach (var (key, value) in values)
        {
            if (ParameterFor(key.Property) is null) key.Property.SetValue(record, value);
        }

        return record;
    }

    private ParameterInfo? ParameterFor(PropertyInfo property) => Array.Find(parameters, parameter => parameter.Name == property.Name);
}

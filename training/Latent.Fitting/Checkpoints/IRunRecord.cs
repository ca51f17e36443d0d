namespace Latent.Fitting;

/// <summary>A training observer whose recorded state is part of the checkpoint, so that a resumed run keeps it.</summary>
public interface IRunRecord : ITrainingObserver
{
    /// <summary>Writes the recorded state.</summary>
    void Save(BinaryWriter writer);

    /// <summary>Replaces the recorded state with the one that <see cref="Save"/> wrote.</summary>
    void Load(BinaryReader reader);
}
